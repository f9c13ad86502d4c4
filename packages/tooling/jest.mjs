// Starts the calling package's jest with the flags this house needs: sources instead of dist, native ES modules.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const jest = createRequire(join(process.cwd(), 'package.json')).resolve('jest/bin/jest');
const flags = ['--conditions=source', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(process.execPath, [...flags, jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
