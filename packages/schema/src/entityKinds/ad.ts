import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { foldCompact, foldWords } from '../foldWords.ts';
import type { CleanProperties } from '../kind.ts';
import { dateTime } from '../propertyTypes/dateTime.ts';
import { accountId, service } from '../propertyTypes/handle.ts';
import { text } from '../propertyTypes/text.ts';
import { url } from '../propertyTypes/url.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { canonical, first, joinCaption } from './readProperties.ts';
import { localDay, shortDay } from './shortDays.ts';

export const ad = makeEntityKind({
  kind: 'AD',
  typeName: 'Ad',
  label: 'Ad',
  plural: 'Ads',
  family: 'ad',
  layer: 'when',
  icon: 'megaphone',
  properties: [
    property('platform', 'Platform', service),
    identifier('postId', 'Post', accountId),
    property('title', 'Title', text),
    property('text', 'Text', text),
    property('postedAt', 'Posted', dateTime),
    property('city', 'City', text),
    property('url', 'Web address', url),
    property('duplicateGroup', 'Near-duplicate group', accountId),
  ],
  caption: (said) => {
    const day = shortDay(first(said, 'postedAt'));
    const where = first(said, 'city') ?? first(said, 'title') ?? first(said, 'platform');
    return joinCaption(where, day) ?? first(said, 'postId') ?? null;
  },
  keys: (said) => [...postKeys(said), ...textKeys(said)],
  parseLookup: (value) => {
    const [, platform = '', post = ''] = /^\s*(.+?)[\s/:]+(\S+)\s*$/u.exec(value) ?? [];
    const site = canonical(service, platform);
    return site === null || post === '' ? [] : [postKey(site, post)];
  },
});

function postKeys(said: CleanProperties): string[] {
  const [platform, post] = [first(said, 'platform'), first(said, 'postId')];
  return platform === undefined || post === undefined ? [] : [postKey(platform, post)];
}

function postKey(platform: string, post: string): string {
  return `${platform}/post:${post.trim()}`;
}

/** The same words on the same day in the same city: hashed, so that the text stands in no key. */
function textKeys(said: CleanProperties): string[] {
  const words = foldWords(first(said, 'text') ?? '').join(' ');
  const day = localDay(first(said, 'postedAt') ?? '');
  const city = foldCompact(first(said, 'city') ?? '');
  if (words === '' || day === null || city === '') return [];
  return [`text:${bytesToHex(sha256(utf8ToBytes(words))).slice(0, 32)}/${day}/${city}`];
}
