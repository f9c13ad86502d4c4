import { type Actor, type Decision, Refusal } from '../kernel/index.ts';
import type { FileHappening } from './file.events.ts';
import {
  type FileFacts,
  type FilePurpose,
  type FileRules,
  type FileSubject,
  isOpenByNature,
  isSingular,
  purposesOn,
} from './file.facts.ts';
import { fileTerms } from './files.terms.ts';

interface Wanted {
  readonly subjectKind: FileSubject;
  readonly subjectId: string;
  readonly purpose: FilePurpose;
  readonly open: boolean;
}
/** What is there already: the files on the thing, and what all files of the organisation take. */
interface Kept {
  readonly files: readonly Pick<FileFacts, 'purpose'>[];
  readonly organisationBytes: number;
}

const invalid = (sentence: string, args: Readonly<Record<string, string | number>>, path: string) =>
  new Refusal('invalid-input', sentence, args, path);

/** For whom a file may be attached now. Asked before anything is received, and again when it is stored. */
export function demandPlace(
  rules: FileRules,
  { subjectKind, purpose }: Wanted,
  { files }: Pick<Kept, 'files'>,
): string {
  if (!rules.visible) throw new Refusal('not-found', 'files.refuse.notFound');
  if (rules.attachFor === null) throw new Refusal('not-permitted', 'files.refuse.notHere');
  if (!purposesOn[subjectKind].includes(purpose)) throw invalid('files.refuse.notForThis', {}, 'purpose');
  if (files.length >= fileTerms.mostEach) throw invalid('files.refuse.tooMany', { most: fileTerms.mostEach }, 'file');
  if (isSingular(subjectKind, purpose) && files.some((file) => file.purpose === purpose))
    throw invalid('files.refuse.oneOnly', {}, 'purpose');
  return rules.attachFor;
}

const about = ({ id, subjectKind, subjectId, organisationId, purpose }: FileFacts) => ({
  fileId: id,
  subject: { kind: subjectKind, id: subjectId },
  organisationId,
  purpose,
});

export function attachFile(
  rules: FileRules,
  wanted: Wanted & Pick<FileFacts, 'id' | 'name' | 'type'>,
  size: { readonly bytes: number; readonly withThumb: number },
  kept: Kept,
  { id: uploaderId }: Actor,
  now: Date,
): Decision<FileFacts, FileHappening> {
  const organisationId = demandPlace(rules, wanted, kept);
  if (uploaderId === null) throw new Refusal('not-permitted', 'files.refuse.notHere');
  if (kept.organisationBytes + size.withThumb > fileTerms.organisationBytes)
    throw invalid('files.refuse.noRoom', { most: fileTerms.organisationBytes / 1_000_000 }, 'file');
  const file: FileFacts = {
    ...wanted,
    version: 1,
    organisationId,
    uploaderId,
    bytes: size.bytes,
    open: openness(rules, wanted.purpose, wanted.open),
    addedAt: now,
  };
  return { change: file, happening: { name: 'files.file.attached', stream: rules.stream, data: about(file) } };
}

/** Evidence becomes a document, or the other way; or who reads it changes. */
export function changeFile(
  rules: FileRules,
  file: FileFacts,
  { purpose, open }: Pick<FileFacts, 'purpose' | 'open'>,
  others: readonly Pick<FileFacts, 'purpose'>[],
): Decision<FileFacts, FileHappening> {
  demandReader(rules, file);
  if (!rules.mayChange(file)) throw new Refusal('not-permitted', 'files.refuse.notYours');
  if (!purposesOn[file.subjectKind].includes(purpose)) throw invalid('files.refuse.notForThis', {}, 'purpose');
  if (isSingular(file.subjectKind, purpose) && others.some((other) => other.purpose === purpose))
    throw invalid('files.refuse.oneOnly', {}, 'purpose');
  const change = { ...file, purpose, open: openness(rules, purpose, open), version: file.version + 1 };
  const data = { ...about(change), open: change.open };
  return { change, happening: { name: 'files.file.changed', stream: rules.stream, data } };
}

export function removeFile(rules: FileRules, file: FileFacts): FileHappening {
  demandReader(rules, file);
  if (!rules.mayRemove(file))
    throw new Refusal('not-permitted', rules.signed ? 'files.refuse.signed' : 'files.refuse.notYours');
  return { name: 'files.file.removed', stream: rules.stream, data: about(file) };
}

/** What cannot be read is not there. */
export function demandReader(rules: FileRules | null, file: Pick<FileFacts, 'open' | 'organisationId'>): void {
  if (!rules?.mayRead(file)) throw new Refusal('not-found', 'files.refuse.notFound');
}

function openness({ closed }: FileRules, purpose: FilePurpose, open: boolean): boolean {
  if (isOpenByNature(purpose)) return true;
  if (open && closed) throw invalid('files.refuse.confidential', {}, 'open');
  return open;
}
