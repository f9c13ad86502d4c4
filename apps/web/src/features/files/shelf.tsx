import type { FileShelf } from '@baraza/contracts/files';
import { acceptedNames, type FileSubject, fileTerms, isOpenByNature } from '@baraza/domain/files';
import { Details, Section } from '@baraza/ui';
import {
  ActionForm,
  Checkboxes,
  FileInput,
  FormProblem,
  Hidden,
  Radios,
  Submit,
  useWorld,
} from '../../platform/index.ts';
import { evidenceWords, FileRow } from './file-row.tsx';
import './files.css';

interface Props {
  readonly shelf: FileShelf;
  readonly kind: FileSubject;
  /** The id of what the files hang on. */
  readonly subject: string;
}

/** The documents of a thing under their heading; nothing at all where there are none and none may be added. */
export function Documents(props: Props) {
  const { i18n } = useWorld();
  const { files, attach } = props.shelf;
  if (files.length === 0 && !attach) return null;
  return (
    <Section title={i18n.t('files.title')}>
      <Files {...props} />
    </Section>
  );
}

/** Files and the form that adds one, for a section that is there anyway. */
export function Files({ shelf, kind, subject }: Props) {
  const evidence = shelf.attach?.purposes.includes('evidence') ?? false;
  return (
    <>
      {shelf.files.length > 0 && (
        <ul className="files">
          {shelf.files.map((file) => (
            <FileRow key={file.id} file={file} kind={kind} evidence={evidence} />
          ))}
        </ul>
      )}
      {shelf.attach && <AddFile {...shelf.attach} kind={kind} subject={subject} />}
    </>
  );
}

const titles = { document: 'files.add', evidence: 'files.addEvidence', agreement: 'files.addAgreement' } as const;

/** One file at a time: on a weak line what has arrived has arrived. */
function AddFile({ purposes, closed, kind, subject }: NonNullable<FileShelf['attach']> & Omit<Props, 'shelf'>) {
  const { i18n, returned } = useWorld();
  const [usual = 'document'] = purposes;
  /** A page may have several shelves. */
  const name = `files.attach ${subject}`;
  return (
    <Details summary={i18n.t(titles[usual])} open={returned?.form === name}>
      {kind === 'outcome' && <p className="hint">{i18n.t('files.proofHint')}</p>}
      <ActionForm operation="files.attach" name={name} className="form" files>
        <FormProblem />
        <Hidden name="kind" value={kind} />
        <Hidden name="subject" value={subject} />
        {purposes.length > 1 ? (
          <Radios
            name="purpose"
            legend={i18n.t('files.purpose')}
            options={purposes.map((purpose) => ({ value: purpose, label: i18n.t(`files.purpose.${purpose}`) }))}
            chosen={usual}
          />
        ) : (
          <Hidden name="purpose" value={usual} />
        )}
        <FileInput
          name="file"
          label={i18n.t('files.file')}
          hint={i18n.t('files.hint', { max: fileTerms.fileBytes / 1_000_000 })}
          accept={acceptedNames}
          required
        />
        {!closed && purposes.every((purpose) => !isOpenByNature(purpose)) && (
          <Checkboxes
            name="open"
            legend={i18n.t(usual === 'agreement' ? 'files.purpose.agreement' : evidenceWords(kind).name)}
            options={[{ value: 'true', label: i18n.t(kind === 'outcome' ? 'files.openBox.outcome' : 'files.openBox') }]}
          />
        )}
        <Submit>{i18n.t('files.upload')}</Submit>
      </ActionForm>
    </Details>
  );
}
