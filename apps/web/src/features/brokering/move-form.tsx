import type { Move as MoveOf } from '@baraza/contracts/brokering';
import { Details, Move, Moves } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  Hidden,
  type Operation,
  Radios,
  Submit,
  TextArea,
  TextInput,
  useI18n,
} from '../../platform/index.ts';

interface Props {
  readonly subject:
    | 'request'
    | 'clarification'
    | 'expression'
    | 'match'
    | 'partnership'
    | 'check_in'
    | 'meeting'
    | 'contribution'
    | 'outcome';
  readonly move: MoveOf;
  readonly version: number;
  readonly params: Readonly<Record<string, string>>;
  /** The one filled button of the view. */
  readonly main?: boolean;
  /** The reader is the one to make the first of these moves: what it asks for is asked right away. */
  readonly yours?: boolean | undefined;
  readonly next?: string | undefined;
  readonly hotkey?: string | undefined;
}

/** Moves that end something: they never stand as the first thing to press. */
const ending = new Set([
  'sendBack',
  'uphold',
  'hold',
  'decline',
  'withdraw',
  'drop',
  'cancel',
  'close',
  'notNow',
  'sayNo',
  'setAside',
  'releaseClaim',
  'suspend',
  'dispute',
  'noShow',
]);
export const isEnding = ({ move }: MoveOf): boolean => ending.has(move);

/** Moves that leave things where they stand: they are first only where the reader owes one of them, or there is nothing else. */
const standing = new Set(['see', 'confirm', 'enough', 'carryOn', 'keepOpen', 'report']);
/** What is decided before a case is taken is decided by whoever has it. */
const rank = ({ move }: MoveOf): number => (move === 'claim' ? 1 : standing.has(move) ? 2 : 0);

/** What carries it on first, what ends it last; and the one that is the button to press. */
export function inOrder(moves: readonly MoveOf[], yours = false) {
  const onward = moves.filter((move) => !isEnding(move)).sort((a, b) => rank(a) - rank(b));
  const [first] = onward;
  return {
    ordered: [...onward, ...moves.filter(isEnding)],
    main: first && (yours || rank(first) < 2) ? first : undefined,
  };
}

/** A move that asks for nothing is a button; one that asks for a reason or some words opens its form. */
export function MoveForm({ subject, move, version, params, main, yours, next, hotkey }: Props) {
  const i18n = useI18n();
  const label = i18n.say(`brokering.move.${subject}.${move.move}`);
  const name = `${move.operation} ${Object.values(params).join(' ')}`;
  const asks = move.reasons.length > 0 || move.note === 'required' || move.until;
  const hint = i18n.has(`brokering.hint.${subject}.${move.move}`)
    ? i18n.say(`brokering.hint.${subject}.${move.move}`)
    : undefined;
  const own = `brokering.legend.${subject}.${move.move}`;
  const legend = i18n.has(own)
    ? i18n.say(own)
    : i18n.t(move.usual ? 'brokering.form.howMuch' : 'brokering.form.reason');
  const form = (
    <ActionForm operation={move.operation as Operation} params={params} name={name} next={next} className="form">
      <FormProblem />
      <Hidden name="version" value={version} />
      {move.reasons.length > 0 && (
        <Radios
          name="reason"
          legend={legend}
          options={move.reasons.map((reason) => ({ value: reason, label: i18n.say(`brokering.reason.${reason}`) }))}
          {...(move.usual && { chosen: move.usual })}
        />
      )}
      {move.until && (
        <TextInput name="until" type="date" label={i18n.say(`brokering.until.${subject}.${move.move}`)} required />
      )}
      {asks && move.note !== 'none' && (
        <TextArea
          name="note"
          label={i18n.say(`brokering.note.${subject}.${move.move}`)}
          required={move.note === 'required'}
          rows={4}
        />
      )}
      <Submit kind={main || asks ? 'go' : 'plain'} {...(hotkey && { hotkey })}>
        {label}
      </Submit>
    </ActionForm>
  );
  if (!asks || move.usual) return <Move note={hint}>{form}</Move>;
  return (
    <Details summary={label} open={main && yours}>
      {hint && <p className="hint">{hint}</p>}
      {form}
    </Details>
  );
}

/** What the reader may do now. */
export function MoveList({ moves, ...rest }: Omit<Props, 'move' | 'main'> & { readonly moves: readonly MoveOf[] }) {
  if (moves.length === 0) return null;
  const { ordered, main } = inOrder(moves, rest.yours);
  return (
    <Moves>
      {ordered.map((move) => (
        <MoveForm key={move.move} move={move} main={move === main} {...rest} />
      ))}
    </Moves>
  );
}
