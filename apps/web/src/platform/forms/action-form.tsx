import type { Issue, Problem } from '@baraza/contracts/kernel';
import { fillPath } from '@baraza/contracts/path';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useWorld } from '../world.ts';
import { keepPlace, onDoneElsewhere, tellDone } from './done.ts';
import { clearDraft, restoreDraft, saveDraft, typedIn } from './drafts.ts';
import { type AnswerOf, actionUrl, type Operation } from './operation.ts';
import { keep, flush as sendKept } from './outbox.ts';
import { parcelOf, sendForm } from './send.ts';
import { type OnItsWay, Sending } from './sending.tsx';

interface FormState {
  readonly id: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly valueOf: (name: string) => string | undefined;
  readonly valuesOf: (name: string) => readonly string[] | undefined;
  readonly issueOf: (name: string) => Issue | undefined;
}
const Context = createContext<FormState | null>(null);

/** The form a field stands in. */
export function useForm(): FormState {
  const form = useContext(Context);
  if (!form) throw new Error('a field outside a form');
  return form;
}

export interface ActionFormProps<O extends Operation> {
  readonly operation: O;
  /** Parts of the operation's path and query. */
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  /** Where to go when it is done, filled from the answer: `/threads/:no#post-:postNo`. Without it the page stays and is refreshed. */
  readonly next?: string | undefined;
  /** Tells two forms of the same operation on one page apart. */
  readonly name?: string;
  /** Keeps what is typed on this device until it is sent, under this name. */
  readonly draft?: string;
  /** With the line down the words are kept and sent later; only for wishes that may happen later. */
  readonly offline?: boolean;
  /** Loads the next page anew, because who reads has changed. */
  readonly reload?: boolean;
  /** There is a file among its fields: it goes as parts, and never waits on this device. */
  readonly files?: boolean;
  readonly onDone?: (answer: AnswerOf<O>) => void;
  readonly className?: string;
  /** Marks the form whose words the language switch carries along without script. */
  readonly id?: string;
  readonly children: ReactNode;
}

const atRest: OnItsWay = { share: null, stopped: false };
const partOf = (path: string): string => path.replace(/^(body|query|params)\./, '');

/**
 * A wish as a form. Without script it is a plain POST that comes back as a page; with script the same words go by fetch,
 * nothing typed is lost, and a retry never happens twice.
 */
export function ActionForm<O extends Operation>(props: ActionFormProps<O>) {
  const {
    operation,
    params,
    next,
    name = operation,
    draft,
    offline,
    reload,
    files,
    onDone,
    className,
    children,
  } = props;
  const { returned, now } = useWorld();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const queries = useQueryClient();
  const ownId = useId();
  const id = props.id ?? ownId;
  const mine = returned?.form === name ? returned : null;
  const [problem, setProblem] = useState<Problem | null>(mine?.problem ?? null);
  const [busy, setBusy] = useState(false);
  const [onItsWay, setOnItsWay] = useState(atRest);
  const stop = useRef<AbortController>(null);
  const form = useRef<HTMLFormElement>(null);
  const wish = useRef<{ words: string; key: string } | null>(null);
  const url = actionUrl(operation, params);

  useEffect(() => {
    if (draft && form.current && !mine) restoreDraft(draft, form.current);
  }, [draft, mine]);

  useEffect(() => onDoneElsewhere(() => setProblem(null)), []);

  /** A file takes its time on a weak line, so how far it has come is shown; words are there at once. */
  const send = async (body: string | FormData, key: string) => {
    if (!files) return sendForm(url, body, key);
    const { signal } = (stop.current = new AbortController());
    // Full percents: a page is not drawn anew for every packet.
    const onShare = (share: number) => setOnItsWay({ share: Math.floor(share * 100) / 100, stopped: false });
    onShare(0);
    const sending = await sendForm(url, body, key, { onShare, signal });
    setOnItsWay({ share: null, stopped: signal.aborted });
    return sending;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || !form.current) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const { words, body } = parcelOf(form.current, submitter);
    // The same words again are the same wish: a second tap after a lost answer gets the first one.
    if (wish.current?.words !== words) wish.current = { words, key: crypto.randomUUID() };
    const { key } = wish.current;
    const typed = typedIn(form.current);
    setBusy(true);
    const sending = await send(body, key);
    setBusy(false);
    if (sending.kind === 'refused') {
      setProblem(sending.problem);
      // Somebody was quicker: what is typed stays, and is sent again to what the page says by then.
      if (sending.problem.code === 'stale-version') await queries.invalidateQueries({ refetchType: 'active' });
      requestAnimationFrame(() => document.getElementById(`${id}-problem`)?.focus());
      return;
    }
    if (sending.kind === 'unreached' && stop.current?.signal.aborted) {
      setProblem(null);
      submitter?.focus();
      return;
    }
    if (sending.kind === 'unreached' && (!offline || files)) {
      setProblem({ type: 'about:blank', title: '', status: 0, code: 'unavailable', detail: '' });
      return;
    }
    setProblem(null);
    wish.current = null;
    // Whoever typed on while these words were on their way keeps what they typed.
    if (form.current && typedIn(form.current) === typed) {
      if (draft) clearDraft(draft);
      form.current.reset();
    }
    if (sending.kind === 'unreached') {
      keep({ key, url, body: words, at: Date.now() });
      void sendKept();
      return;
    }
    tellDone();
    onDone?.(sending.answer as AnswerOf<O>);
    const to = next && fillPath(next, { ...params, ...(sending.answer as object | undefined) });
    if (reload) return location.assign(to || location.href);
    await queries.invalidateQueries({ refetchType: 'active' });
    // What was opened to be filled in has been.
    const opened = form.current?.closest('details');
    opened?.removeAttribute('open');
    if (to) navigate(to);
    else keepPlace(opened?.querySelector('summary'));
  };

  const state: FormState = {
    id,
    busy,
    problem,
    valueOf: (field) => [mine?.values[field]].flat()[0],
    valuesOf: (field) => (mine ? [mine.values[field] ?? []].flat() : undefined),
    issueOf: (field) => problem?.issues?.find((issue) => partOf(issue.path) === field),
  };
  return (
    <Context.Provider value={state}>
      <form
        ref={form}
        id={id}
        method="post"
        action={url}
        {...(files && { encType: 'multipart/form-data' })}
        className={className}
        onSubmit={(event) => void submit(event)}
        onInput={() => draft && form.current && saveDraft(draft, form.current)}
        aria-busy={busy || undefined}
        noValidate
      >
        <input type="hidden" name="_form" value={name} />
        <input type="hidden" name="_key" value={`${now}-${id}`} />
        <input type="hidden" name="_page" value={search ? `${path}?${search}` : path} />
        {next && <input type="hidden" name="_next" value={next} />}
        {children}
        {files && <Sending {...onItsWay} onStop={() => stop.current?.abort()} />}
      </form>
    </Context.Provider>
  );
}
