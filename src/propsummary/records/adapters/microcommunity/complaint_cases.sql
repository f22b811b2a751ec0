-- 投诉单，连同第一次处理（1001）的时间。
SELECT
  c.complaint_id,
  c.community_id,
  c.status_cd,
  c.type_cd,
  c.state,
  c.create_time,
  (
    SELECT MIN(e.create_time)
    FROM complaint_event AS e
    WHERE e.complaint_id = c.complaint_id AND e.event_type = '1001' AND e.status_cd = '0'
  ) AS handled_time
FROM complaint AS c
