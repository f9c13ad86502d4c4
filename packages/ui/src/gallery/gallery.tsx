import type { ReactNode } from 'react';
import { BoardPage, StagePage } from './board.tsx';
import { DeskPage } from './desk.tsx';
import { PartnershipPage } from './partnership.tsx';
import { RequestPage } from './request.tsx';
import { FormPage, StatesPage } from './states.tsx';
import { ThreadPage } from './thread.tsx';
import type { PageProps } from './words.ts';

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
