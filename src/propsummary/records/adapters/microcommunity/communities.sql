-- 小区现在的情况：已入住（2001）的户数、房屋建筑面积、车位（不计虚拟车位）。
SELECT
  c.community_id,
  c.status_cd,
  (
    SELECT COUNT(*)
    FROM building_room AS r
    WHERE r.community_id = c.community_id AND r.status_cd = '0' AND r.state = '2001'
  ) AS households,
  (
    SELECT SUM(r.built_up_area)
    FROM building_room AS r
    WHERE r.community_id = c.community_id AND r.status_cd = '0'
  ) AS area,
  (
    SELECT COUNT(*)
    FROM parking_space AS s
    WHERE s.community_id = c.community_id AND s.status_cd = '0' AND s.parking_type <> '4'
  ) AS parking_spaces
FROM s_community AS c
