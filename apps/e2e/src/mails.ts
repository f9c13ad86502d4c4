import type { Stack } from './stack.ts';

interface Mails {
  readonly items: readonly { readonly id: string }[];
}

/** The way to a page that only a mail leads to: out of the newest that has one, once it is written. */
export async function wayInMail(stack: Stack, way: RegExp): Promise<string> {
  const admin = await stack.visit({ as: 'admin' });
  const read = async <T>(path: string): Promise<T> =>
    (await (await admin.context.request.get(`${stack.base}/api/v1${path}`)).json()) as T;
  const find = async (): Promise<string> => {
    for (const { id } of (await read<Mails>('/admin/mails?limit=100')).items) {
      const [found] = way.exec((await read<{ text: string }>(`/admin/mails/${id}`)).text) ?? [];
      if (found) return found;
    }
    return find();
  };
  const found = await find();
  await admin.close();
  return found;
}
