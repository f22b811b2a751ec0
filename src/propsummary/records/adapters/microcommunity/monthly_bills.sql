-- 按月分摊的应收，连同缴费记录的状态。
SELECT
  m.month_id,
  m.community_id,
  m.status_cd,
  m.fee_type_cd,
  m.obj_id,
  m.cur_month_time,
  m.detail_id,
  m.receivable_amount,
  m.received_amount,
  m.pay_fee_time,
  d.state AS payment_state
FROM pay_fee_detail_month AS m
LEFT JOIN pay_fee_detail AS d ON d.detail_id = m.detail_id
