import type { FileType } from './file.types.ts';

/** What a file may hang on. */
export const fileSubjects = ['request', 'expression', 'partnership', 'outcome', 'check_in'] as const;
export type FileSubject = (typeof fileSubjects)[number];

/** What it is there for: to be read with the thing, to prove what the thing says, or as what was signed. */
export const filePurposes = ['document', 'evidence', 'agreement'] as const;
export type FilePurpose = (typeof filePurposes)[number];

export const purposesOn: Readonly<Record<FileSubject, readonly FilePurpose[]>> = {
  request: ['document', 'evidence'],
  expression: ['document'],
  partnership: ['agreement'],
  outcome: ['evidence'],
  check_in: ['evidence'],
};
/** Readiness is proven by one paper; what came of the work by as many as it takes. */
export const isSingular = (kind: FileSubject, purpose: FilePurpose): boolean =>
  kind === 'request' && purpose === 'evidence';

/** Each party lays its own files beside its own answer: they take no place of the other's. */
export const isSharedOut = (kind: FileSubject): boolean => kind === 'check_in';

/** A document goes with its thing; evidence and what was signed are shown further only when their owners say so. */
export const isOpenByNature = (purpose: FilePurpose): boolean => purpose === 'document';

export interface FileFacts {
  readonly id: string;
  readonly version: number;
  readonly subjectKind: FileSubject;
  readonly subjectId: string;
  /** Whose it is, and against whose room it counts. */
  readonly organisationId: string;
  readonly uploaderId: string;
  readonly purpose: FilePurpose;
  /** Read by whoever sees the thing; otherwise by those alone who are inside. */
  readonly open: boolean;
  readonly name: string;
  readonly type: FileType;
  readonly bytes: number;
  readonly addedAt: Date;
}

/** What a thing says about files on it, to one reader: its room asks its own policy. */
export interface FileRules {
  /** Where it is news: the stream of the page on which the thing is read. */
  readonly stream: string;
  /** The reader knows of the thing. */
  readonly visible: boolean;
  /** For whom the reader would attach; null: they may not. */
  readonly attachFor: string | null;
  readonly mayRead: (file: Pick<FileFacts, 'open' | 'organisationId'>) => boolean;
  readonly mayChange: (file: Pick<FileFacts, 'organisationId'>) => boolean;
  readonly mayRemove: (file: Pick<FileFacts, 'organisationId' | 'addedAt'>) => boolean;
  /** Signed by all: whoever brought a file cannot take it away any more. */
  readonly signed?: boolean;
  /** Nothing of it may be shown to everybody, whatever was ticked. */
  readonly closed: boolean;
}
