import type { StoryFacts } from '@baraza/domain/knowledge';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class KnowledgeRepository {
  async lockStory(tx: EntityManager, by: 'id' | 'slug', value: string): Promise<StoryFacts | undefined> {
    const [story]: StoryFacts[] = await tx.query(
      `select s.id, s.version, s.state, s.title, s.author_id as "authorId", s.themes, s.sdgs, s.reviewed_by as "reviewedBy",
         s.review_by as "reviewBy",
         array(select so.organisation_id::text from story_organisation so where so.story_id = s.id) as "organisationIds"
       from story s where s.${by} = $1 for no key update`,
      [value],
    );
    return story;
  }

  async saveStory(
    tx: EntityManager,
    { id }: StoryFacts,
    { state, reviewedBy, reviewBy }: Pick<StoryFacts, 'state' | 'reviewedBy' | 'reviewBy'>,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `update story set state = $2, reviewed_by = $3, review_by = $4, version = version + 1,
         published_at = case when $2 = 'published' then coalesce(published_at, $5) else published_at end
       where id = $1`,
      [id, state, reviewedBy, reviewBy, at],
    );
  }
}
