import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countJest, summarise } from './suites.mjs';

test('failed tests and files that did not load are failures', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 2,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 1,
    numTodoTests: 1,
  };
  assert.deepEqual(countJest(report, 1), { passed: 5, failed: 3, skipped: 2 });
});

test('a suite that ends badly is a failure also when no test failed, or none ran', () => {
  assert.deepEqual(countJest({ numPassedTests: 5 }, 1), { passed: 5, failed: 1, skipped: 0 });
  assert.deepEqual(countJest(undefined, 137), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(countJest({ numPassedTests: 5 }, 0), { passed: 5, failed: 0, skipped: 0 });
});

test('the last line adds everything up', () => {
  const results = [
    { name: 'style', passed: 0, failed: 1, skipped: 0, seconds: 0.5, isCheck: true },
    { name: 'packages/domain', passed: 40, failed: 0, skipped: 2, seconds: 3 },
    { name: 'apps/api', passed: 2, failed: 0, skipped: 0, seconds: 12.25 },
  ];
  assert.equal(summarise(results).split('\n').at(-1), '42 passed, 1 failed, 2 skipped');
  assert.equal(summarise(results.slice(2)).split('\n').at(-1), '2 passed, 0 failed');
  assert.match(summarise(results), /✗ style +0\.5 s\n✓ packages\/domain +3\.0 s {2}40 passed, 0 failed, 2 skipped\n/);
});
