export { ActionForm, type ActionFormProps, useForm } from './action-form.tsx';
export { Checkboxes, FileInput, FormProblem, Hidden, Radios, Select, Submit, TextArea, TextInput } from './fields.tsx';
export { actionUrl, type Operation } from './operation.ts';
export { discard, type Kept, useKept } from './outbox.ts';
