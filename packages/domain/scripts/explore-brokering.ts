// `pnpm explore`: walks through everything that can become of each thing in brokering and writes docs/liveness.md.
import { writeFileSync } from 'node:fs';
import type { Subject } from '../src/brokering/index.ts';
import { isFinal, reachable } from '../src/kernel/index.ts';
import { explore, forgetting } from '../test/explore.ts';
import { crowd, eachKind, type Kind } from '../test/lives.ts';

const rows: string[] = [];
const n = (value: number): string => value.toLocaleString('en');

function measure<S extends string, M extends string, F extends Subject<S>>(name: string, kind: Kind<S, M, F>): void {
  const { states, moves, faults, closed } = explore(kind);
  const reached = [...reachable({ ...kind.machine, initial: kind.begin().state })];
  const open = reached.filter((state) => !isFinal(kind.machine, state));
  const caught = open.filter((state) => explore(forgetting(kind, state), { untilFault: true }).faults.length > 0);
  rows.push(
    `| ${name} | ${reached.length} | ${Object.keys(kind.machine.moves).length} | ${n(states)} | ${n(moves)} | ${closed ? faults.length : 'not finished'} | ${caught.length} of ${open.length} |`,
  );
}
eachKind(measure);

writeFileSync(
  new URL('../../../docs/liveness.md', import.meta.url),
  `# Nobody goes silent: what was proved, and how

Printed by \`packages/domain/scripts/explore-brokering.ts\` (\`npx --yes pnpm@12.21.0 explore\` in \`packages/domain\`); the same walk is a
test (\`src/brokering/liveness.test.ts\` and \`requests/request.liveness.test.ts\`), so that it cannot become untrue unnoticed.

The promise (I1): *every open request, expression, match, partnership, check-in, meeting, milestone, contribution, outcome and clarification has exactly one next deadline and one
responsible actor, and whoever is silent comes before the desk or the thing ends.*

**The walk.** From the beginning of each thing, each of ${crowd.length} actors (both cities' focal points, delegates, staff, strangers, brokers with and without
a stake, lead brokers, the system) makes every move that is offered, with every reason there is, on the day, on the next, and on the day a deadline strikes;
and the clock makes its own. Two lives are taken for one when no rule can tell them apart: times by whether they have passed, words by
their being there, counts up to two, parties each, other lists by their last entry, people by what they are. In every life met, the deadline and the next step must
agree on date and responsible; the responsible must exist; a deadline must lie ahead or be a move to be made now; what is over must owe nothing. Then everybody
falls silent: the clock alone must bring the thing before a broker or to its end within forty deadlines.

**The mutation.** For each open state the clock is made to forget it, as a missing \`arm\` would; the walk must find that.

| thing | states | moves | lives met | moves made | faults | forgotten states found |
|---|---|---|---|---|---|---|
${rows.join('\n')}

What the walk found when it was first run: a match and a request in matching whose owner stayed silent were asked again and again and came before
no desk; both now go back to the broker after the owner's rung.
`,
);
