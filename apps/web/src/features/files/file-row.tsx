import type { FilePurpose, FileView } from '@baraza/contracts/files';
import { type FileSubject, purposesOn } from '@baraza/domain/files';
import { Details, Icon, Meta, Moves } from '@baraza/ui';
import type { z } from 'zod';
import { ActionForm, FormProblem, Hidden, Submit, useWorld } from '../../platform/index.ts';
import './files.css';

const kinds = {
  pdf: 'pdf',
  webp: 'picture',
  odt: 'text',
  docx: 'text',
  ods: 'sheet',
  xlsx: 'sheet',
  odp: 'slides',
  pptx: 'slides',
  csv: 'csv',
  txt: 'plain',
} as const satisfies Record<FileView['type'], string>;

/** What evidence is called, and who reads what is not for everybody at once, by what it hangs on. */
const evidenceOf = {
  request: { name: 'files.evidence', closed: 'files.closed.evidence', opened: 'files.opened' },
  outcome: { name: 'files.proof', closed: 'files.closed.outcome', opened: 'files.opened.outcome' },
  other: { name: 'files.proof', closed: 'files.closed.agreement', opened: 'files.opened' },
} as const;
export const evidenceWords = (kind: FileSubject) =>
  kind === 'request' || kind === 'outcome' ? evidenceOf[kind] : evidenceOf.other;

interface Props {
  readonly file: FileView;
  readonly kind: FileSubject;
  /** Whether there may be one more evidence. */
  readonly evidence: boolean;
}

/** A file as a line: a picture is shown small, whatever the line to the reader; the whole is fetched by whoever asks for it. */
export function FileRow({ file, kind, evidence }: Props) {
  const { i18n, timeZone } = useWorld();
  const { thumb, purpose } = file;
  const words = evidenceWords(kind);
  return (
    <li>
      <a className="file" href={file.href} rel="external">
        {thumb ? (
          <img src={thumb.href} width={thumb.width} height={thumb.height} alt="" loading="lazy" decoding="async" />
        ) : (
          <Icon name="download" />
        )}
        <bdi>{file.name}</bdi>
      </a>
      <Meta>
        <span>{i18n.t(`files.kind.${kinds[file.type]}`)}</span>
        <span className="num">{i18n.fileSize(file.bytes)}</span>
        <span>{i18n.date(file.addedAt, 'day', timeZone)}</span>
        {purpose === 'evidence' && <span>{i18n.t(words.name)}</span>}
      </Meta>
      {purpose !== 'document' && (
        <Meta>
          <span>{i18n.t(file.open ? words.opened : words.closed)}</span>
        </Meta>
      )}
      {(file.mayChange || file.mayRemove) && <Change file={file} kind={kind} evidence={evidence} />}
    </li>
  );
}

/** What its owners may do with a file. */
function Change({ file, kind, evidence }: Props) {
  const { i18n, returned } = useWorld();
  const { id, version, purpose, open, mayChange } = file;
  return (
    <Details summary={i18n.t('files.change')} open={returned?.form.endsWith(` ${id}`)}>
      <Moves>
        {mayChange && purpose === 'document' && evidence && (
          <SetTo file={file} purpose="evidence" open={false} label={i18n.t('files.makeEvidence')} />
        )}
        {mayChange && purpose === 'evidence' && purposesOn[kind].includes('document') && (
          <SetTo file={file} purpose="document" open label={i18n.t('files.makeDocument')} />
        )}
        {mayChange && purpose !== 'document' && (
          <SetTo file={file} purpose={purpose} open={!open} label={i18n.t(open ? 'files.hide' : 'files.show')} />
        )}
        {file.mayRemove && (
          <ActionForm operation="files.remove" params={{ id, version }} name={`files.remove ${id}`}>
            <FormProblem />
            <Submit kind="plain">{i18n.t('files.remove')}</Submit>
          </ActionForm>
        )}
      </Moves>
    </Details>
  );
}

interface Wanted {
  readonly file: FileView;
  readonly purpose: z.output<typeof FilePurpose>;
  readonly open: boolean;
  readonly label: string;
}
function SetTo({ file: { id, version }, purpose, open, label }: Wanted) {
  return (
    <ActionForm operation="files.change" params={{ id }} name={`files.change.${purpose}.${open} ${id}`}>
      <FormProblem />
      <Hidden name="version" value={version} />
      <Hidden name="purpose" value={purpose} />
      <Hidden name="open" value={String(open)} />
      <Submit kind="plain">{label}</Submit>
    </ActionForm>
  );
}
