package fr.briseglace.store;

/**
 * Why something is reviewed, as statements over the recent past. Each opens reviews or adds grounds to those there are,
 * and does nothing a second time. What is looked up one by one says {@code offset 0}: the server would read all there is
 * once instead, and that grows with the day.
 */
final class ReviewGrounds {
    private static final String OPEN = """
            insert into review as r (review_id, about, at, patient_id, grounds, due_at, told_at)
            select f.id, f.about, f.at, f.patient_id, array_agg(distinct f.ground order by f.ground),
                now() + f.term,
                case when f.about = 'access' and exists (
                         select from notice n
                         where n.patient_id = f.patient_id and n.record_id = f.id and n.recipient = 'privacy-officer'
                         offset 0)
                     then now() end
            from found f
            group by f.id, f.about, f.at, f.patient_id, f.term
            on conflict (review_id) do update
                set grounds = array(select distinct g from unnest(r.grounds || excluded.grounds) g order by g),
                    judgement = null, told_at = excluded.told_at
                where not r.grounds @> excluded.grounds
            """;

    /**
     * Of what has just come in: {@code $1} records, {@code $2} those drawn, {@code $3, $4} records and the surnames their
     * professional may have, folded, {@code $5} patients, {@code $6} professionals, {@code $7} refusals that make a
     * pattern, {@code $8} term, ms. What comes late makes a pattern of what came after it as well.
     */
    static final String OF_ACCESSES = """
            with fresh as (
                select w.* from watched w where w.record_id = any ($1::uuid[])
            ), touched as (
                %3$s union %4$s
            ), grounds as (
                select f.record_id, f.at, f.patient_id, 'break-glass' as ground from fresh f
                where f.kind = 'opened' and f.mode = 'bris_de_glace'
                union all
                select f.record_id, f.at, f.patient_id, 'sample' from fresh f where f.record_id = any ($2::uuid[])
                union all
                select f.record_id, f.at, f.patient_id, 'refused' from fresh f
                where f.refusal in ('not-entitled', 'opposed', 'blocked', 'patient-deceased', 'record-closed')
                union all
                select f.record_id, f.at, f.patient_id, 'sensitive-patient' from fresh f
                join patient p using (patient_id) where p.sensitive
                union all
                select f.record_id, f.at, f.patient_id, 'same-name' from fresh f
                join unnest($3::uuid[], $4::text[]) as s (record_id, surname) using (record_id)
                join patient_name n on n.patient_id = f.patient_id and n.name_key = s.surname
                union all
                select f.record_id, f.at, f.patient_id, 'same-address' from fresh f
                join patient p using (patient_id)
                join professional d using (professional_id)
                where p.postal_address <> '{}' and d.postal_address <> '{}'
                  and fold_name(array_to_string(p.postal_address, ' ')) <> ''
                  and fold_name(array_to_string(p.postal_address, ' ')) = fold_name(array_to_string(d.postal_address, ' '))
                union all
                select t.record_id, t.at, t.patient_id, 'many-patients' from touched t
                where t.kind = 'opened' and %1$s
                union all
                select t.record_id, t.at, t.patient_id, 'many-professionals' from touched t
                where t.kind = 'opened' and %2$s
                union all
                select t.record_id, t.at, t.patient_id, 'many-refusals' from touched t
                where t.kind = 'refused' and t.refusal <> 'store-unavailable' and $7 <= (
                    select count(*) from (
                        select from watched w
                        where w.professional_id = t.professional_id and w.kind = 'refused'
                          and w.refusal <> 'store-unavailable'
                          and w.at > t.at - interval '1 hour' and w.at <= t.at
                        limit $7) latest)
                union all
                select t.record_id, t.at, t.patient_id, 'other-mode' from touched t
                where t.kind = 'opened' and exists (
                    select from watched w
                    where w.professional_id = t.professional_id and w.patient_id = t.patient_id and w.kind = 'refused'
                      and w.mode <> t.mode and w.at > t.at - interval '1 hour' and w.at <= t.at
                    offset 0)
            ), found as (
                select record_id as id, 'access' as about, at, patient_id, ground, $8::bigint * interval '1 ms' as term
                from grounds
            )
            """.formatted(
                            many("patient_id", "professional_id", "$5::bigint"),
                            many("professional_id", "patient_id", "$6::bigint"),
                            touched("professional_id", "true"),
                            touched("patient_id", "patient_id <> '00000000-0000-0000-0000-000000000000'"))
            + OPEN;

    /**
     * Regulations of cases that nobody announced in time, where cases are announced at all: {@code $1} how long ago they
     * were seen, {@code $2} term, ms each. Each is compared once.
     */
    static final String OF_CASES = """
            with ripe as (
                select w.record_id, w.at, w.patient_id, w.case_hash from watched w
                where w.case_hash is not null and w.seen_at <= now() - $1::bigint * interval '1 ms'
                for update
            ), compared as (
                update watched w set case_hash = null from ripe where w.record_id = ripe.record_id
            ), found as (
                select w.record_id as id, 'access' as about, w.at, w.patient_id, 'no-case' as ground,
                    $2::bigint * interval '1 ms' as term
                from ripe w
                where exists (select from announced_case)
                  and not exists (select from announced_case c where c.case_hash = w.case_hash)
            )
            """ + OPEN;

    /**
     * Searches: {@code $1} since when, {@code $2} how many ambiguous ones make a pattern, {@code $3} term, ms. The last one
     * of a series stands for it, once an hour.
     */
    static final String OF_SEARCHES = """
            with recent as (
                select s.* from search_record s where s.at > $1::timestamptz
            ), series as (
                select distinct on (s.professional_id) s.search_id, s.at, s.professional_id from recent s
                where s.matched > 1 and s.refusal is null and $2 <= (
                    select count(*) from search_record o
                    where o.professional_id = s.professional_id and o.matched > 1 and o.refusal is null
                      and o.at > s.at - interval '1 hour' and o.at <= s.at)
                order by s.professional_id, s.at desc
            ), found as (
                select s.search_id as id, 'search' as about, s.at,
                    '00000000-0000-0000-0000-000000000000'::uuid as patient_id, s.ground, $3::bigint * interval '1 ms' as term
                from (
                    select search_id, at, 'ambiguous-searches' as ground from series
                    where not exists (
                        select from review v join search_record o on o.search_id = v.review_id and o.at = v.at
                        where v.about = 'search' and 'ambiguous-searches' = any (v.grounds)
                          and o.professional_id = series.professional_id and v.at > series.at - interval '1 hour')
                    union all
                    select search_id, at, 'refused' from recent where refusal = 'not-entitled') s
            )
            """ + OPEN;

    /** Orders, crossings of limits and findings of an outage that nobody has looked at yet: {@code $1} term, ms. */
    static final String OF_THE_REST = """
            with found as (
                select s.surge_id as id, 'surge' as about, s.at, '00000000-0000-0000-0000-000000000000'::uuid as patient_id,
                    'surge' as ground, $1::bigint * interval '1 ms' as term
                from surge s where not exists (select from review r where r.review_id = s.surge_id)
                union all
                select c.crossing_id, 'limit', c.at, c.patient_id, 'limit', $1::bigint * interval '1 ms'
                from limit_crossing c where not exists (select from review r where r.review_id = c.crossing_id)
                union all
                select o.record_id, 'access', o.record_at, o.patient_id, 'outage', $1::bigint * interval '1 ms'
                from outage_finding o
                where not exists (select from review r where r.review_id = o.record_id and 'outage' = any (r.grounds))
            )
            """ + OPEN;

    private ReviewGrounds() {}

    /**
     * What may have become part of a pattern: whatever is of the same professional or patient from the first of the new
     * records on, up to an hour after the last.
     */
    private static String touched(String ofTheSame, String where) {
        return """
                select w.* from (
                    select %1$s, min(at) as first_at, max(at) as last_at from fresh where %2$s group by %1$s) f
                cross join lateral (
                    select w.* from watched w
                    where w.%1$s = f.%1$s and w.at between f.first_at and f.last_at + interval '1 hour' offset 0) w
                """.formatted(ofTheSame, where);
    }

    /**
     * Whether the hour up to {@code t} holds so many different ones. The latest are looked at first: they say yes in an
     * hour however full, and only where they do not is the whole of it counted.
     */
    private static String many(String different, String ofTheSame, String threshold) {
        return """
                case when %3$s <= (
                        select count(distinct latest.%1$s) from (
                            select w.%1$s from %4$s order by w.at desc limit 2 * %3$s) latest)
                    then true
                    else %3$s <= (select count(distinct w.%1$s) from %4$s) end""".formatted(different, ofTheSame, threshold, """
                        watched w
                        where w.%1$s = t.%1$s and w.kind = 'opened' and w.at > t.at - interval '1 hour' and w.at <= t.at
                        """.formatted(ofTheSame));
    }
}
