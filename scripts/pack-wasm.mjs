// Packs the data of a WebAssembly module that unpacks it by itself: see swc-plugin/unpack.ts, where the
// format is described. Code is left alone (WebAssembly Core Specification, 5.5 "Modules").

const MEMORY = 5;
const DATA = 11;
const DATA_COUNT = 12;
const PAGE = 0x10000;
/** The kinds of runs. */
const ZEROS = 0;
const BYTES = 1;
const WORDS = 2;
const COPY = 3;
const LONGEST_RUN = 64;
const SHORTEST_COPY = 4;
/** What stands before the addresses in the module: "PACK". */
const MARK = [0x50, 0x41, 0x43, 0x4b];

/**
 * @param {Uint8Array} module all of whose data is put at constant addresses
 * @returns {Uint8Array} a module that does the same
 */
export function pack(module) {
  const sections = sectionsOf(module);
  const data = sections.find(({ id }) => id === DATA);
  const { start, image } = imageOf(data.content);
  const mark = start + find(image, MARK);
  const packed = runsOf(image);
  // Behind the data, where the heap is later.
  const source = start + image.length;
  const addresses = Uint32Array.of(source, source + packed.length, start);
  const segments = [
    segment(mark + MARK.length, new Uint8Array(addresses.buffer)),
    segment(source, packed),
  ];
  data.content = [...unsigned(segments.length), ...segments.flat()];
  const count = sections.find(({ id }) => id === DATA_COUNT);
  if (count) count.content = unsigned(segments.length);
  const memory = sections.find(({ id }) => id === MEMORY);
  if (source + packed.length > pagesOf(memory.content) * PAGE) throw new Error("no room to unpack");
  return Uint8Array.from([
    ...module.subarray(0, 8),
    ...sections.flatMap(({ id, content }) => [id, ...unsigned(content.length), ...content]),
  ]);
}

function sectionsOf(module) {
  const sections = [];
  const at = { index: 8 };
  while (at.index < module.length) {
    const id = module[at.index++];
    const length = readUnsigned(module, at);
    sections.push({ id, content: module.subarray(at.index, at.index + length) });
    at.index += length;
  }
  return sections;
}

/** The smallest number of pages of the one memory there is. */
function pagesOf(content) {
  return readUnsigned(content, { index: 2 });
}

/** All data as it stands in memory, from its first byte to where the heap can begin. */
function imageOf(content) {
  const at = { index: 0 };
  const segments = [];
  for (let left = readUnsigned(content, at); left > 0; left--) {
    // Active, in the only memory: `i32.const address`, `end`.
    if (content[at.index] !== 0 || content[at.index + 1] !== 0x41) throw new Error("not active");
    at.index += 2;
    const address = readUnsigned(content, at);
    at.index++;
    const length = readUnsigned(content, at);
    segments.push({ address, bytes: content.subarray(at.index, at.index + length) });
    at.index += length;
  }
  const start = Math.min(...segments.map(({ address }) => address));
  const end = Math.max(...segments.map(({ address, bytes }) => address + bytes.length));
  const image = new Uint8Array(((end + 15) & ~15) - start);
  for (const { address, bytes } of segments) image.set(bytes, address - start);
  return { start, image };
}

function find(image, bytes) {
  const index = image.findIndex((_, at) => bytes.every((byte, i) => image[at + i] === byte));
  if (index < 0) throw new Error("nothing in the module unpacks it");
  return index;
}

/** At each place the run that covers most for its bytes. */
function runsOf(image) {
  const copies = copiesOf(image);
  const packed = [];
  for (let at = 0; at < image.length; ) {
    const runs = [
      zerosAt(image, at),
      copies[at],
      literalsAt(image, at, 1, copies),
      literalsAt(image, at, 2, copies),
    ];
    const best = runs.reduce((a, b) =>
      b.covers * a.bytes.length > a.covers * b.bytes.length ? b : a,
    );
    packed.push(...best.bytes);
    at += best.covers;
  }
  return Uint8Array.from(packed);
}

const NO_RUN = { covers: 0, bytes: [0] };

function zerosAt(image, at) {
  let length = 0;
  while (length < LONGEST_RUN && image[at + length] === 0) length++;
  return length === 0 ? NO_RUN : { covers: length, bytes: [(ZEROS << 6) | (length - 1)] };
}

/** Bytes at a distance of 1 or 2, up to where another kind of run is better. */
function literalsAt(image, at, distance, copies) {
  const bytes = [0];
  let behind = at;
  while (bytes.length <= LONGEST_RUN && behind + distance <= image.length) {
    if (distance === 2 && image[behind + 1] !== 0) break;
    if (behind > at && (copies[behind].covers >= 8 || zerosAt(image, behind).covers > 2)) break;
    bytes.push(image[behind]);
    behind += distance;
  }
  bytes[0] = ((distance === 1 ? BYTES : WORDS) << 6) | (bytes.length - 2);
  return bytes.length === 1 ? NO_RUN : { covers: behind - at, bytes };
}

/** At each place the longest piece that stands before it as well. */
function copiesOf(image) {
  const places = new Map();
  return Array.from(image, (_, at) => {
    if (at + SHORTEST_COPY > image.length) return NO_RUN;
    const key = image.subarray(at, at + SHORTEST_COPY).join();
    const earlier = places.get(key) ?? [];
    places.set(key, [...earlier.slice(-200), at]);
    let covers = 0;
    let from = 0;
    for (const place of earlier) {
      // Eight bytes are copied at a time.
      if (at - place < 8) continue;
      let length = 0;
      const longest = Math.min(LONGEST_RUN + SHORTEST_COPY - 1, image.length - at);
      while (length < longest && image[place + length] === image[at + length]) length++;
      if (length > covers) {
        covers = length;
        from = place;
      }
    }
    if (covers < SHORTEST_COPY) return NO_RUN;
    const back = at - from;
    return { covers, bytes: [(COPY << 6) | (covers - SHORTEST_COPY), back & 0xff, back >> 8] };
  });
}

function segment(address, bytes) {
  return [0, 0x41, ...signed(address), 0x0b, ...unsigned(bytes.length), ...bytes];
}

/** LEB128 (5.2.2 "Integers"). */
function readUnsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at.index++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** Of a positive number: the bit above its highest is 0. */
function signed(value) {
  const bytes = unsigned(value);
  const last = bytes[bytes.length - 1];
  return last < 0x40 ? bytes : [...bytes.slice(0, -1), last | 0x80, 0];
}
