/** What a photo says of itself: when it was taken, and where only if the inspector put that on it. */

/** A place as whole numbers of 1/10,000,000 degree (WGS 84). */
export interface Place {
  readonly latE7: number;
  readonly lonE7: number;
}

const timeTag = 0x9003;

/** The time that a camera wrote into a JPEG: `2026-11-20T10:11:12`; undefined where there is none. */
export function takenAtIn(jpeg: Uint8Array): string | undefined {
  // The text is the only one of its kind in the notes of a camera, so it is looked for as it is.
  const head = new TextDecoder('latin1').decode(jpeg.subarray(0, 65_536));
  if (!head.includes('Exif\0\0')) return undefined;
  const found = [...head.matchAll(/(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)\0/g)].at(-1);
  return found ? `${found[1]}-${found[2]}-${found[3]}T${found[4]}` : undefined;
}

/** The same picture with these notes and no others; a canvas leaves none. */
export function withNotes(
  jpeg: Uint8Array,
  { place, takenAt }: { readonly takenAt: string; readonly place?: Place },
): Uint8Array<ArrayBuffer> {
  const notes = notesOf(takenAt, place);
  const size = notes.length + 2;
  const head = [0xff, 0xd8, 0xff, 0xe1, size >> 8, size & 0xff];
  const whole = new Uint8Array(jpeg.length - 2 + head.length + notes.length);
  whole.set(head);
  whole.set(notes, head.length);
  whole.set(jpeg.subarray(2), head.length + notes.length);
  return whole;
}

interface Tag {
  readonly tag: number;
  readonly type: 2 | 4 | 5;
  readonly count: number;
  readonly value: Uint8Array;
}

/** A TIFF of little-endian numbers: the head, a list of tags, then the lists that it points at. */
function notesOf(takenAt: string, place: Place | undefined): Uint8Array {
  const shot = [text(timeTag, takenAt.replace(/-/g, ':').replace('T', ' '))];
  const gps = place ? gpsOf(place) : [];
  const topAt = 8;
  const shotAt = topAt + 2 + 12 * (gps.length > 0 ? 2 : 1) + 4;
  const gpsAt = shotAt + sizeOf(shot);
  const top = [pointer(0x8769, shotAt), ...(gps.length > 0 ? [pointer(0x8825, gpsAt)] : [])];
  const tiff = [0x49, 0x49, 42, 0, topAt, 0, 0, 0];
  return new Uint8Array([
    ...new TextEncoder().encode('Exif\0\0'),
    ...tiff,
    ...listed(top, topAt),
    ...listed(shot, shotAt),
    ...(gps.length > 0 ? listed(gps, gpsAt) : []),
  ]);
}

function gpsOf({ latE7, lonE7 }: Place): Tag[] {
  return [
    text(1, latE7 < 0 ? 'S' : 'N'),
    degrees(2, Math.abs(latE7)),
    text(3, lonE7 < 0 ? 'W' : 'E'),
    degrees(4, Math.abs(lonE7)),
  ];
}

/** The whole as a fraction of degrees: no minutes, no seconds, nothing rounded. */
function degrees(tag: number, e7: number): Tag {
  const value = [e7, 10_000_000, 0, 1, 0, 1].flatMap(fourBytes);
  return { tag, type: 5, count: 3, value: new Uint8Array(value) };
}

function text(tag: number, said: string): Tag {
  const value = new TextEncoder().encode(`${said}\0`);
  return { tag, type: 2, count: value.length, value };
}

function pointer(tag: number, at: number): Tag {
  return { tag, type: 4, count: 1, value: new Uint8Array(fourBytes(at)) };
}

function sizeOf(tags: readonly Tag[]): number {
  return 2 + 12 * tags.length + 4 + tags.reduce((sum, { value }) => sum + apart(value), 0);
}

/** What does not fit into four bytes stands behind the list. */
function apart(value: Uint8Array): number {
  return value.length > 4 ? value.length : 0;
}

function listed(tags: readonly Tag[], at: number): number[] {
  const behind: number[] = [];
  const start = at + 2 + 12 * tags.length + 4;
  const rows = tags.flatMap(({ tag, type, count, value }) => {
    const isApart = apart(value) > 0;
    const field = isApart ? fourBytes(start + behind.length) : [...value, 0, 0, 0, 0].slice(0, 4);
    if (isApart) behind.push(...value);
    return [...twoBytes(tag), ...twoBytes(type), ...fourBytes(count), ...field];
  });
  return [...twoBytes(tags.length), ...rows, 0, 0, 0, 0, ...behind];
}

function twoBytes(n: number): number[] {
  return [n & 0xff, (n >> 8) & 0xff];
}

function fourBytes(n: number): number[] {
  return [n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, (n >>> 24) & 0xff];
}
