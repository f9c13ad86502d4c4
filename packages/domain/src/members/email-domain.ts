/** Addresses anybody can have say nothing about where somebody works, whatever an administrator typed. */
const open = new Set(
  (
    '126.com 163.com aol.com foxmail.com gmail.com gmx.com gmx.net googlemail.com hotmail.com icloud.com libero.it live.com ' +
    'mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com proton.me protonmail.com qq.com rambler.ru rediffmail.com ' +
    'sina.com sohu.com tutanota.com uol.com.br yahoo.com yahoo.fr yandex.com yandex.ru ymail.com zoho.com'
  ).split(' '),
);

const plain = (domain: string): string =>
  domain
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^@|\.$/g, '');

/** Whether a confirmed address belongs to one of an organisation's domains or to a subdomain of one. */
export function verifiedByDomain(email: string, domains: readonly string[]): boolean {
  const at = email.lastIndexOf('@');
  const host = plain(email.slice(at + 1));
  if (at < 1 || host === '' || open.has(host)) return false;
  return domains
    .map(plain)
    .some((domain) => domain.includes('.') && !open.has(domain) && (host === domain || host.endsWith(`.${domain}`)));
}
