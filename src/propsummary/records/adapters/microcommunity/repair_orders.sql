-- 报修单，连同工单类型、结单时间（有完成时间一列以前的单子，看最后一次结单）和第一次回访的时间。
SELECT
  p.repair_id,
  p.community_id,
  p.status_cd,
  p.state,
  p.create_time,
  p.timeout,
  COALESCE(
    p.finish_time,
    (
      SELECT MAX(u.end_time)
      FROM r_repair_user AS u
      WHERE u.repair_id = p.repair_id AND u.state = '10002' AND u.status_cd = '0'
    )
  ) AS finish_time,
  (
    SELECT MIN(v.create_time)
    FROM r_repair_return_visit AS v
    WHERE v.repair_id = p.repair_id AND v.status_cd = '0'
  ) AS visit_time,
  (
    SELECT MAX(s.repair_setting_type)
    FROM r_repair_setting AS s
    WHERE s.repair_type = p.repair_type
  ) AS repair_setting_type
FROM r_repair_pool AS p
