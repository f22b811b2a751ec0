-- 应到的巡检点次，连同任务的计划时间；任务删除了的，点次不算。
SELECT
  d.task_detail_id,
  d.community_id,
  d.status_cd,
  d.state,
  d.inspection_time,
  t.plan_ins_time
FROM inspection_task_detail AS d
INNER JOIN inspection_task AS t ON t.task_id = d.task_id AND t.status_cd = '0'
