-- name: campaign_count
-- How many campaigns the same filters let through.
-- in: year int, year2 int, year3 int, state text, state2 text
-- out: count int
SELECT COUNT(*) FROM campaign c WHERE (? IS NULL OR (YEAR(c.date_from) <= ? AND YEAR(c.date_to) >= ?)) AND (? IS NULL OR c.state = ?);

-- name: campaign_list
-- Campaigns, newest first, with what is left of each allotment.
-- in: year int, year2 int, year3 int, state text, state2 text, skip int, part int
-- out: id int, code text, parent_id int, unit_id int, unit_name text, name text, method text, lead_agency text, responsible text, review_time text, date_from date, date_to date, state text, quota_collectives int, quota_individuals int, quota_note text, used_collectives int, used_individuals int, nominations int
-- first: a part; its page says which and of how many.
SELECT c.id, c.code, c.parent_id, c.unit_id, un.official, c.name, c.method, c.lead_agency, c.responsible, c.review_time, c.date_from, c.date_to,
       c.state, c.quota_collectives, c.quota_individuals, c.quota_note, COALESCE(s.collectives, 0), COALESCE(s.individuals, 0),
       COALESCE(s.nominations, 0)
  FROM campaign c
  LEFT JOIN unit_name un ON un.unit_id = c.unit_id AND un.valid_to IS NULL
  LEFT JOIN (SELECT n.campaign_id, SUM(e.kind = 'collective') AS collectives, SUM(e.kind = 'person') AS individuals,
                    COUNT(DISTINCT n.id) AS nominations
               FROM nomination n JOIN nominee e ON e.nomination_id = n.id
              WHERE n.campaign_id IS NOT NULL AND n.state NOT IN ('draft', 'refused', 'dropped') AND e.outcome NOT IN ('refused', 'failed')
              GROUP BY n.campaign_id) s ON s.campaign_id = c.id
 WHERE (? IS NULL OR (YEAR(c.date_from) <= ? AND YEAR(c.date_to) >= ?))
   AND (? IS NULL OR c.state = ?)
 ORDER BY c.date_from DESC, c.id LIMIT ?, ?;

-- name: campaign_get
-- One campaign, with what is left of its allotment.
-- in: id int, id2 int
-- out: id int, code text, parent_id int, parent_name text, unit_id int, unit_name text, name text, method text, lead_agency text, responsible text, responsible_unit_id int, content_text text, theme text, basis text, review_time text, date_from date, date_to date, state text, quota_collectives int, quota_individuals int, quota_note text, used_collectives int, used_individuals int, version int
SELECT c.id, c.code, c.parent_id, p.name, c.unit_id, un.official, c.name, c.method, c.lead_agency, c.responsible, c.responsible_unit_id,
       c.content, c.theme, c.basis, c.review_time, c.date_from, c.date_to, c.state,
       c.quota_collectives, c.quota_individuals, c.quota_note, COALESCE(s.collectives, 0), COALESCE(s.individuals, 0), c.version
  FROM campaign c LEFT JOIN campaign p ON p.id = c.parent_id
  LEFT JOIN unit_name un ON un.unit_id = c.unit_id AND un.valid_to IS NULL
  LEFT JOIN (SELECT n.campaign_id, SUM(e.kind = 'collective') AS collectives, SUM(e.kind = 'person') AS individuals
               FROM nomination n JOIN nominee e ON e.nomination_id = n.id
              WHERE n.campaign_id = ? AND n.state NOT IN ('draft', 'refused', 'dropped') AND e.outcome NOT IN ('refused', 'failed')
              GROUP BY n.campaign_id) s ON s.campaign_id = c.id
 WHERE c.id = ?;

-- name: campaign_children
-- Campaigns below one.
-- in: parent_id int
-- out: id int, name text, state text
SELECT id, name, state FROM campaign WHERE parent_id = ? ORDER BY id LIMIT 1000;

-- name: campaign_rounds
-- Rounds in order.
-- in: campaign_id int
-- out: n int, name text, date_from date, date_to date
SELECT n, name, date_from, date_to FROM campaign_round WHERE campaign_id = ? ORDER BY n LIMIT 200;

-- name: campaign_targets
-- Targets in order; numbers as text without trailing zeros.
-- in: campaign_id int
-- out: n int, name text, comparison text, value text, measure text, actual text
SELECT n, name, comparison, REPLACE(TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(value AS CHAR))), '.', ','), measure,
       REPLACE(TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(actual AS CHAR))), '.', ',')
  FROM campaign_target WHERE campaign_id = ? ORDER BY n LIMIT 1000;

-- name: campaign_criteria
-- Criteria in order.
-- in: campaign_id int
-- out: n int, text text, points int, cite text
SELECT n, text, points, cite FROM campaign_criterion WHERE campaign_id = ? ORDER BY n LIMIT 1000;

-- name: campaign_nominations_count
-- How many dossiers of a campaign the actor may see.
-- in: campaign_id int, scope text
-- out: count int
SELECT COUNT(*) FROM nomination n JOIN unit u ON u.id = n.unit_id
 WHERE n.campaign_id = ? AND n.state <> 'dropped' AND u.path LIKE CONCAT(?, '%');

-- name: campaign_nominations
-- Dossiers of a campaign that the actor may see.
-- in: campaign_id int, scope text, skip int, part int
-- out: id int, title text, unit_id int, unit_name text, method text, year int, authority text, state text, since time, due_on date, collectives int, individuals int
-- first: a part; its page says which and of how many.
SELECT n.id, n.title, n.unit_id, (SELECT official FROM unit_name WHERE unit_id = u.id AND valid_to IS NULL LIMIT 1),
       n.method, n.year, n.authority, n.state, n.since + INTERVAL 7 HOUR, n.due_on,
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'collective'),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'person')
  FROM nomination n JOIN unit u ON u.id = n.unit_id
 WHERE n.campaign_id = ? AND n.state <> 'dropped' AND u.path LIKE CONCAT(?, '%') ORDER BY n.id DESC LIMIT ?, ?;

-- name: campaign_quota
-- Limits and use: everything that was submitted and not refused, and this dossier.
-- in: campaign_id int, nomination_id int, campaign_id2 int
-- out: quota_collectives int, quota_individuals int, used_collectives int, used_individuals int, name text
SELECT c.quota_collectives, c.quota_individuals, COALESCE(s.collectives, 0), COALESCE(s.individuals, 0), c.name
  FROM campaign c
  LEFT JOIN (SELECT n.campaign_id, SUM(e.kind = 'collective') AS collectives, SUM(e.kind = 'person') AS individuals
               FROM nomination n JOIN nominee e ON e.nomination_id = n.id
              WHERE n.campaign_id = ? AND e.outcome NOT IN ('refused', 'failed')
                AND (n.id = ? OR n.state NOT IN ('draft', 'refused', 'dropped'))
              GROUP BY n.campaign_id) s ON s.campaign_id = c.id
 WHERE c.id = ?;

-- name: campaign_lock
-- Two dossiers of one campaign are submitted one after the other.
-- in: id int
-- out: id int
SELECT id FROM campaign WHERE id = ? FOR UPDATE;

-- name: campaign_face
-- A campaign that may be nominated for.
-- in: id int
-- out: name text, method text
SELECT name, method FROM campaign WHERE id = ? AND state IN ('launched', 'running', 'reviewed', 'concluded');

-- name: campaign_open
-- Campaigns that may be nominated for, with what is left of each.
-- in: none
-- out: id int, name text, quota_collectives int, quota_individuals int, used_collectives int, used_individuals int
SELECT c.id, c.name, c.quota_collectives, c.quota_individuals, COALESCE(s.collectives, 0), COALESCE(s.individuals, 0)
  FROM campaign c
  LEFT JOIN (SELECT n.campaign_id, SUM(e.kind = 'collective') AS collectives, SUM(e.kind = 'person') AS individuals
               FROM nomination n JOIN nominee e ON e.nomination_id = n.id
              WHERE n.campaign_id IS NOT NULL AND n.state NOT IN ('draft', 'refused', 'dropped') AND e.outcome NOT IN ('refused', 'failed')
              GROUP BY n.campaign_id) s ON s.campaign_id = c.id
 WHERE c.state IN ('launched', 'running', 'reviewed', 'concluded')
 ORDER BY c.date_from DESC, c.id LIMIT 2000;
