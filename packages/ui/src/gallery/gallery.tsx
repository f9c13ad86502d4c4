import type { ReactNode } from 'react';
import { RequestPage } from './request.tsx';
import { FormPage, StatesPage } from './states.tsx';
import { BoardPage, StagePage, ThreadPage } from './talk.tsx';
import type { PageProps } from './words.ts';
import { DeskPage, PartnershipPage } from './work.tsx';

/** Every piece in every state, as the pages they stand on. Only for looking. */
export const gallery: Record<string, (props: PageProps) => ReactNode> = {
  request: RequestPage,
  thread: ThreadPage,
  board: BoardPage,
  stage: StagePage,
  desk: DeskPage,
  partnership: PartnershipPage,
  form: FormPage,
  states: StatesPage,
};

export const locales = [
  { lang: 'en', dir: 'ltr' },
  { lang: 'ar', dir: 'rtl' },
  { lang: 'zh', dir: 'ltr' },
] as const;
