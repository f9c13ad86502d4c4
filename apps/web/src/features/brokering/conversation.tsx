import type { Message } from '@baraza/contracts/brokering';
import { AuthorLine, Meta, Rows, Section } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  MAIN_FORM,
  type Operation,
  ReadingText,
  Submit,
  TextArea,
  useWorld,
} from '../../platform/index.ts';

interface Props {
  readonly title: string;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly write: { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | null;
  readonly draft: string;
}

/** What the two sides write to one another; nobody else reads it. */
export function Conversation({ title, messages, write, draft }: Props) {
  const { i18n, timeZone } = useWorld();
  return (
    <Section title={title} note={i18n.t('brokering.conversation.private')}>
      {messages.length > 0 && (
        <Rows>
          {messages.map((message) => (
            <li key={message.id}>
              <AuthorLine
                name={<bdi>{message.organisation?.name ?? i18n.t('kernel.role.broker')}</bdi>}
                detail={
                  <>
                    {message.author && <bdi>{message.author}</bdi>}{' '}
                    <time dateTime={message.at}>{i18n.dateTime(message.at, timeZone)}</time>
                  </>
                }
              />
              <ReadingText reading={message.text} />
            </li>
          ))}
        </Rows>
      )}
      {messages.length === 0 && (
        <Meta>
          <span>{i18n.t('brokering.conversation.empty')}</span>
        </Meta>
      )}
      {write && (
        <ActionForm
          operation={write.operation}
          params={write.params}
          draft={draft}
          id={MAIN_FORM}
          className="form"
          offline
        >
          <FormProblem />
          <TextArea name="text" label={i18n.t('brokering.conversation.write')} rows={4} maxLength={4000} required />
          <Submit>{i18n.t('kernel.send')}</Submit>
        </ActionForm>
      )}
    </Section>
  );
}
