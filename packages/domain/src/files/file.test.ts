import { describe, expect, it } from '@jest/globals';
import { type Actor, Refusal, visitor } from '../kernel/index.ts';
import { attachFile, changeFile, type FileFacts, type FileRules, fileName, fileTerms, removeFile } from './index.ts';

const organisationId = 'org';
const now = new Date('2026-03-20T09:00:00Z');
const actor: Actor = { ...visitor, kind: 'member', id: 'ada' };
const rules: FileRules = {
  stream: 'request:r',
  visible: true,
  attachFor: organisationId,
  mayRead: () => true,
  mayChange: () => true,
  mayRemove: () => true,
  closed: false,
};
const wanted = {
  id: 'f',
  name: 'plan.pdf',
  type: 'pdf' as const,
  subjectKind: 'request' as const,
  subjectId: 'r',
  purpose: 'document' as const,
  open: false,
};
const size = { bytes: 1000, withThumb: 1000 };
const none = { files: [], organisationBytes: 0 };
const refused = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was allowed');
};
const aFile = (more: Partial<FileFacts> = {}): FileFacts => ({
  ...attachFile(rules, wanted, size, none, actor, now).change,
  ...more,
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\ada\\plan.docx', 'plan.pdf'],
    ['..', 'file.pdf'],
    ['', 'file.pdf'],
    ['.pdf', 'file.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.pdf'],
    ['line\r\nSet-Cookie: x', 'lineSet-Cookie x.pdf'],
    ['a\u0000b\u200fc.pdf', 'abc.pdf'],
    ['<img src=x>.html', 'img src=x.pdf'],
    ['تقرير الطلبات.pdf', 'تقرير الطلبات.pdf'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
    ['城市合作协议（终稿）.PDF', '城市合作协议（终稿）.pdf'],
    ['Соглашение № 7.pdf', 'Соглашение № 7.pdf'],
    ['v1.2 budget.final.xlsx', 'v1.2 budget.final.pdf'],
    ['README', 'README.pdf'],
  ])('makes of %j what may be shown and saved anywhere', (given, kept) => {
    expect(fileName(given, 'pdf')).toBe(kept);
  });

  it('is cut, but never within a letter', () => {
    const family = '👩‍👩‍👧‍👦';
    const name = fileName(family.repeat(200), 'txt');
    expect(name.length).toBeLessThanOrEqual(fileTerms.nameLength + 4);
    expect(name.replace('.txt', '').replaceAll(family, '')).toBe('');
  });
});

describe('a file', () => {
  it('is shown further by its nature, or because its owner says so', () => {
    const attached = (more: object) => attachFile(rules, { ...wanted, ...more }, size, none, actor, now).change.open;
    expect(attached({ purpose: 'document' })).toBe(true);
    expect(attached({ purpose: 'evidence' })).toBe(false);
    expect(attached({ purpose: 'evidence', open: true })).toBe(true);
  });

  it('is told on the stream of the page where its thing is read', () => {
    const { happening } = attachFile(rules, wanted, size, none, actor, now);
    expect(happening).toMatchObject({ name: 'files.file.attached', stream: 'request:r', data: { fileId: 'f' } });
    expect(removeFile(rules, aFile())).toMatchObject({ name: 'files.file.removed', stream: 'request:r' });
  });

  it('finds no place where there are ten, where its purpose means nothing, or its organisation has no room left', () => {
    const files = Array.from({ length: fileTerms.mostEach }, () => ({ purpose: 'document' as const }));
    expect(refused(() => attachFile(rules, wanted, size, { ...none, files }, actor, now))).toMatchObject({
      code: 'invalid-input',
      sentence: 'files.refuse.tooMany',
      path: 'file',
    });
    const agreement = { ...wanted, purpose: 'agreement' as const };
    expect(refused(() => attachFile(rules, agreement, size, none, actor, now)).sentence).toBe(
      'files.refuse.notForThis',
    );
    const full = { ...none, organisationBytes: fileTerms.organisationBytes - 999 };
    expect(refused(() => attachFile(rules, wanted, size, full, actor, now)).sentence).toBe('files.refuse.noRoom');
  });

  it('is the only evidence of a request', () => {
    const evidence = { ...wanted, purpose: 'evidence' as const };
    const files = [{ purpose: 'evidence' as const }];
    expect(refused(() => attachFile(rules, evidence, size, { ...none, files }, actor, now)).sentence).toBe(
      'files.refuse.oneOnly',
    );
    expect(refused(() => changeFile(rules, aFile(), { purpose: 'evidence', open: false }, files)).sentence).toBe(
      'files.refuse.oneOnly',
    );
    expect(changeFile(rules, aFile(), { purpose: 'evidence', open: false }, []).change).toMatchObject({
      purpose: 'evidence',
      open: false,
      version: 2,
    });
  });

  it('is one of several that prove what came of the work', () => {
    const proof = { ...wanted, subjectKind: 'outcome' as const, purpose: 'evidence' as const };
    const files = [{ purpose: 'evidence' as const }];
    const { change } = attachFile(rules, proof, size, { ...none, files }, actor, now);
    expect(change).toMatchObject({ subjectKind: 'outcome', open: false });
    expect(changeFile(rules, change, { purpose: 'evidence', open: true }, files).change.open).toBe(true);
    const document = { ...proof, purpose: 'document' as const };
    expect(refused(() => attachFile(rules, document, size, none, actor, now)).sentence).toBe('files.refuse.notForThis');
  });

  it('is not there for whoever may not read it, and is refused to whoever may only read it', () => {
    const blind: FileRules = { ...rules, visible: false, mayRead: () => false };
    const reader: FileRules = { ...rules, attachFor: null, mayChange: () => false, mayRemove: () => false };
    expect(refused(() => removeFile(blind, aFile())).code).toBe('not-found');
    expect(refused(() => attachFile(blind, wanted, size, none, actor, now)).code).toBe('not-found');
    expect(refused(() => removeFile(reader, aFile())).code).toBe('not-permitted');
    expect(refused(() => changeFile(reader, aFile(), { purpose: 'document', open: true }, [])).code).toBe(
      'not-permitted',
    );
    expect(refused(() => attachFile(reader, wanted, size, none, actor, now)).code).toBe('not-permitted');
  });

  it('that was signed is not taken away, and whoever would is told why', () => {
    const kept: FileRules = { ...rules, mayRemove: () => false };
    expect(refused(() => removeFile(kept, aFile())).sentence).toBe('files.refuse.notYours');
    expect(refused(() => removeFile({ ...kept, signed: true }, aFile()))).toMatchObject({
      code: 'not-permitted',
      sentence: 'files.refuse.signed',
    });
  });

  it('is shown to nobody outside while its thing is confidential', () => {
    const agreement = aFile({ subjectKind: 'partnership', purpose: 'agreement', open: false });
    const closed = { ...rules, closed: true };
    expect(refused(() => changeFile(closed, agreement, { purpose: 'agreement', open: true }, [])).sentence).toBe(
      'files.refuse.confidential',
    );
  });
});
