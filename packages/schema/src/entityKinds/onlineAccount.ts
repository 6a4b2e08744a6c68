import { accountId, handle, service } from '../propertyTypes/handle.ts';
import { title } from '../propertyTypes/name.ts';
import { siteAndPath, url } from '../propertyTypes/url.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, canonical, distinct, fillIn, first, joinCaption, shown } from './readProperties.ts';

/** Sites whose address of an account ends in its handle. */
const sites = new Set([
  'instagram',
  'facebook',
  'x',
  'twitter',
  'tiktok',
  'snapchat',
  'telegram',
  't',
  'onlyfans',
  'youtube',
  'threads',
]);
const notHandles = new Set(['add', 'profile.php', 'p', 'watch', 'channel', 'share', 'reel', 'story', 'stories']);

export const onlineAccount = makeEntityKind({
  kind: 'ONLINE_ACCOUNT',
  typeName: 'OnlineAccount',
  label: 'Online account',
  plural: 'Online accounts',
  family: 'contact',
  layer: 'what',
  icon: 'at-sign',
  properties: [
    property('platform', 'Platform', service),
    identifier('accountId', 'Account id', accountId),
    identifier('handle', 'Handle', handle),
    identifier('url', 'Web address', url),
    property('displayName', 'Display name', title),
  ],
  derive: (said) => fillIn(said, readUrl(first(said, 'url'))),
  caption: (said) =>
    shown(said, 'handle', handle) ??
    first(said, 'displayName') ??
    joinCaption(first(said, 'platform'), first(said, 'accountId') ?? shown(said, 'url', url)),
  keys: (said) => {
    const platform = first(said, 'platform');
    if (platform === undefined) return [];
    return [
      ...all(said, 'accountId').map((id) => `${platform}/id:${id}`),
      ...all(said, 'handle').map((name) => `${platform}/@${name}`),
    ];
  },
  lookupKeys: (said) => all(said, 'handle').map((name) => `@${name}`),
  parseLookup,
  answersWithPointer: true,
});

/** `@tq_nola`, `instagram @tq_nola`, `instagram/tq_nola`, `instagram 17841400`, or the account's web address. */
function parseLookup(value: string): readonly string[] {
  const link = /[/.]/u.test(value) ? canonical(url, value) : null;
  const { platform: site, handle: name } = readUrl(link ?? undefined);
  if (site && name) return [`${site}/@${name}`];
  const [, before = '', after = ''] = /^(?:(.+?)[\s/:]+)?(\S+)$/u.exec(value.trim()) ?? [];
  const [platform, typed] = [canonical(service, before), canonical(handle, after)];
  if (typed === null) return [];
  return platform === null || before === '' ? [`@${typed}`] : distinct([`${platform}/@${typed}`, `${platform}/id:${after}`]);
}

function readUrl(link: string | undefined): CleanPair {
  const parts = link === undefined ? null : siteAndPath(link);
  if (!parts || !sites.has(parts.site)) return {};
  const path = parts.site === 'snapchat' ? link?.split('/add/')[1] : parts.path;
  const name = path === undefined || notHandles.has(path) ? null : canonical(handle, path);
  const platform = canonical(service, parts.site === 't' ? 'telegram' : parts.site);
  return platform === null || name === null ? {} : { platform, handle: name };
}

type CleanPair = { readonly platform?: string; readonly handle?: string };
