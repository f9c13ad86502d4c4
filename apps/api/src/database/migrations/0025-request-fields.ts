import type { MigrationInterface, QueryRunner } from 'typeorm';

const words = 'title, context, wanted_result, what_we_bring, partner_sought, lines, themes, sdgs, modalities';
const others = 'kind, state, organisation_id, counterpart_ids, counterpart, languages';

/** What is read of a request anew when one of `read` changes, and looked at again when one of `known` does. */
const noticed = (read: string, known: string): string => {
  const of = (row: 'old' | 'new') => `(${read.replace(/\w+/g, (column) => `${row}.${column}`)})`;
  return `
    create or replace function matching_request() returns trigger language plpgsql as $$ begin
      perform matching_note('request:' || new.id,
        case when tg_op = 'INSERT' then true else ${of('old')} is distinct from ${of('new')} end);
      return null;
    end $$;
    drop trigger matching_request on request;
    create trigger matching_request after insert or update of ${known}, ${read}
      on request for each row execute function matching_request();`;
};

/**
 * What a request may say beyond the minimum: targets, sectors, urgency, resources, expected outcomes, who sees to it. And what
 * is wished of the counterpart has one shape: regions, sizes, languages and types that must be, would be liked, would not.
 */
export class RequestFields1700000000025 implements MigrationInterface {
  name = 'RequestFields1700000000025';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table request
        add sdg_targets text[] not null default '{}',
        add sectors text[] not null default '{}',
        add urgency text not null default 'ordinary',
        add resources jsonb not null
          default '{"ownCash":null,"inKind":[],"fundingSought":false,"triangularPartnerWanted":false}',
        add expected_outcomes jsonb not null default '[]',
        add delegate_id uuid references member;
      update request set delegate_id = author_id;
      update request set counterpart = jsonb_build_object(
          'must', jsonb_build_object('regions', '[]'::jsonb, 'sizes', '[]'::jsonb, 'languages', '[]'::jsonb,
            'types', counterpart -> 'must'),
          'prefer', jsonb_build_object('regions', counterpart -> 'regions', 'sizes', counterpart -> 'sizes',
            'languages', '[]'::jsonb, 'types', counterpart -> 'prefer'),
          'avoid', jsonb_build_object('regions', '[]'::jsonb, 'sizes', '[]'::jsonb, 'languages', '[]'::jsonb,
            'types', counterpart -> 'avoid'))
        where counterpart is not null;
      ${noticed(`${words}, sdg_targets`, `${others}, resources`)}
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      ${noticed(words, others)}
      update request set counterpart = jsonb_build_object(
          'regions', counterpart #> '{prefer,regions}', 'sizes', counterpart #> '{prefer,sizes}',
          'must', counterpart #> '{must,types}', 'prefer', counterpart #> '{prefer,types}',
          'avoid', counterpart #> '{avoid,types}')
        where counterpart is not null;
      alter table request drop sdg_targets, drop sectors, drop urgency, drop resources, drop expected_outcomes,
        drop delegate_id;
    `);
  }
}
