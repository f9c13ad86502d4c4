import type { Happening } from '../kernel/index.ts';
import type { FilePurpose, FileSubject } from './file.facts.ts';

interface About {
  readonly fileId: string;
  readonly subject: { readonly kind: FileSubject; readonly id: string };
  readonly organisationId: string;
  readonly purpose: FilePurpose;
}
/** Told on the stream of the page where the thing is read that the file hangs on. */
export type FileHappening =
  | Happening<'files.file.attached', About>
  | Happening<'files.file.changed', About & { readonly open: boolean }>
  | Happening<'files.file.removed', About>;
