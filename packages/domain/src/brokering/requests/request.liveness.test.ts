import { describeLiveness } from '../../../test/liveness.ts';
import { requests } from '../../../test/lives.ts';

describeLiveness('a request', requests);
