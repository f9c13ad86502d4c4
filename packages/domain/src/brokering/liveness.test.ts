import { describeLiveness } from '../../test/liveness.ts';
import { eachKind } from '../../test/lives.ts';

// A request has the most lives by far: it is walked beside these (requests/request.liveness.test.ts).
eachKind((name, kind) => {
  if (name !== 'a request') describeLiveness(name, kind);
});
