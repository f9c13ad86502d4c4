/** What may be uploaded, by what is in it and never by what it calls itself. Pictures are all kept as WebP. */
export const fileTypes = ['pdf', 'webp', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'csv', 'txt'] as const;
export type FileType = (typeof fileTypes)[number];

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  webp: 'image/webp',
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
};

/** What a picture may come as; it is read, turned upright, made small and written anew without what the camera noted. */
export const pictureTypes = ['png', 'jpg', 'webp'] as const;

/** For the `accept` of a field: a help in choosing, and no check. */
export const acceptedNames: readonly string[] = [...fileTypes.map((type) => `.${type}`), '.png', '.jpg', '.jpeg'];
