import type { Message } from '@baraza/contracts/brokering';
import { AuthorLine, Meta, Pager, Rows, Section } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  MAIN_FORM,
  type Operation,
  type Query,
  ReadingText,
  Submit,
  TextArea,
  useData,
  useI18n,
  useWorld,
} from '../../platform/index.ts';

interface Page {
  /** Newest first. */
  readonly items: readonly Message[];
  readonly next: string | null;
}
interface Props {
  readonly title: string;
  readonly newest: Page;
  /** The messages before a place, as the list gives them. */
  readonly earlier: (before: string) => Query<Page>;
  readonly address: string;
  readonly before: string | undefined;
  readonly write: { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | null;
  readonly draft: string;
}

/** Where in the conversation the reader is; without it, at its end. */
export const beforeOf = (search: URLSearchParams): string | undefined => search.get('before') ?? undefined;

/** What the two sides write to one another; nobody else reads it. */
export function Conversation({ title, newest, earlier, address, before, write, draft }: Props) {
  const i18n = useI18n();
  return (
    <Section id="messages" title={title} note={i18n.t('brokering.conversation.private')}>
      {before ? <Earlier query={earlier(before)} address={address} /> : <Messages page={newest} address={address} />}
      {!before && write && (
        <ActionForm
          operation={write.operation}
          params={write.params}
          draft={draft}
          id={MAIN_FORM}
          className="form"
          offline
        >
          <FormProblem />
          <TextArea name="text" label={i18n.t('brokering.conversation.write')} rows={4} required />
          <Submit>{i18n.t('kernel.send')}</Submit>
        </ActionForm>
      )}
    </Section>
  );
}

function Earlier({ query, address }: { query: ReturnType<Props['earlier']>; address: string }) {
  return <Messages page={useData(query)} address={address} back />;
}

/** They are read from the top: what came before stands above, the way back to the end below. */
function Messages({ page: { items, next }, address, back }: { page: Page; address: string; back?: boolean }) {
  const { i18n, timeZone } = useWorld();
  const label = i18n.t('brokering.conversation.pages');
  const before = next && `${address}?${new URLSearchParams({ before: next })}#messages`;
  return (
    <>
      {before && <Pager label={label} previous={{ href: before, label: i18n.t('brokering.conversation.earlier') }} />}
      {items.length > 0 && (
        <Rows>
          {[...items].reverse().map((message) => (
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
      {items.length === 0 && (
        <Meta>
          <span>{i18n.t('brokering.conversation.empty')}</span>
        </Meta>
      )}
      {back && (
        <Pager label={label} next={{ href: `${address}#messages`, label: i18n.t('brokering.conversation.newest') }} />
      )}
    </>
  );
}
