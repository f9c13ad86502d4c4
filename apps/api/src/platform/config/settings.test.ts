import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.ts';

const given = { SECRET: 'a secret that is long enough for a test', DATA_DIR: '/nowhere' };
const bucket = {
  FILES_S3_ENDPOINT: 'https://s3.example.org',
  FILES_S3_BUCKET: 'house',
  FILES_S3_KEY: 'key',
  FILES_S3_SECRET: 'secret',
};

describe('settings', () => {
  it('keep uploaded files on disk, unless a bucket is named', () => {
    expect(readSettings(given, '/').s3).toBeNull();
    expect(readSettings({ ...given, ...bucket }, '/').s3).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'house',
      key: 'key',
      secret: 'secret',
      region: 'us-east-1',
      pathStyle: true,
    });
  });

  it.each(Object.keys(bucket))('stop the start with a sentence when a bucket lacks its %s', (name) => {
    expect(() => readSettings({ ...given, ...bucket, [name]: undefined }, '/')).toThrow(SettingsError);
    expect(() => readSettings({ ...given, ...bucket, [name]: undefined }, '/')).toThrow('belong together');
  });

  it('name who screens, or nobody', () => {
    expect(readSettings(given, '/').screeningUrl).toBeUndefined();
    const SCREENING_URL = 'https://lists.example.org/screen';
    expect(readSettings({ ...given, SCREENING_URL }, '/').screeningUrl).toBe(SCREENING_URL);
    expect(() => readSettings({ ...given, SCREENING_URL: 'lists' }, '/')).toThrow('SCREENING_URL must be a URL');
  });

  it('name what is wrong', () => {
    expect(() => readSettings({ ...given, FILES_S3_ENDPOINT: 'store' }, '/')).toThrow(
      'FILES_S3_ENDPOINT must be a URL',
    );
  });
});
