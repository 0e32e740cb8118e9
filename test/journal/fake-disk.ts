// A disk in memory that knows what of it would survive a power cut, and forgets the rest when asked to.
import type { Dice } from './dice.ts';

/** Where the document of every test lies. */
export const HOME = '/home';
export const DOCUMENT_FILE = `${HOME}/Portfolio.md`;

interface FileNode {
  readonly kind: 'file';
  bytes: Uint8Array;
  /** What a power cut certainly leaves. */
  safe: Uint8Array;
  /** A failed fsync loses pages for good: later ones report success and save nothing. */
  isPoisoned: boolean;
}

interface FolderNode {
  readonly kind: 'folder';
  names: Map<string, Node>;
  safe: Map<string, Node>;
  /** Changes since the last fsync, oldest first; each is carried out whole or not at all. */
  pending: ReadonlyMap<string, Node | undefined>[];
}

type Node = FileNode | FolderNode;

/** A system's error. */
export const failure = (code: string): Error => Object.assign(new Error(code), { code });

const folderNode = (): FolderNode => ({ kind: 'folder', names: new Map(), safe: new Map(), pending: [] });

const apply = (names: Map<string, Node>, change: ReadonlyMap<string, Node | undefined>): void => {
  for (const [name, node] of change) {
    if (node === undefined) names.delete(name);
    else names.set(name, node);
  }
};

/** The calls of a disk, each at once and without failing but for what its arguments make it fail. */
export interface FakeDisk {
  readonly list: (folder: string) => readonly string[];
  readonly read: (file: string) => Uint8Array | undefined;
  readonly makeFolder: (folder: string) => void;
  /** Makes an empty file and says by which number it is written to. */
  readonly create: (file: string) => number;
  readonly write: (handle: number, bytes: Uint8Array) => void;
  readonly sync: (handle: number) => void;
  /** An fsync that reports an error. */
  readonly failSync: (handle: number) => void;
  readonly link: (file: string, name: string) => 'linked' | 'exists';
  readonly rename: (file: string, name: string) => void;
  readonly remove: (file: string) => void;
  readonly syncFolder: (folder: string) => void;
  /** A person saves a file: over what is there, and safe from a power cut. */
  readonly save: (file: string, bytes: Uint8Array) => void;
  /** Leaves what is safe, and of the rest whatever the dice say. */
  readonly cutPower: (dice: Dice) => void;
}

/** What is left of a file's unsaved bytes: all, none, a part, or their length filled with zeros. */
const remains = ({ bytes, safe }: FileNode, dice: Dice): Uint8Array => {
  if (bytes === safe) return bytes;
  const choices = [bytes, safe, bytes.slice(0, dice.roll(bytes.length + 1)), new Uint8Array(bytes.length)];
  return dice.pick(choices);
};

const cut = (node: Node, dice: Dice, seen: Set<Node>): void => {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'file') {
    node.bytes = remains(node, dice);
    node.safe = node.bytes;
    node.isPoisoned = false;
    return;
  }
  const names = new Map(node.safe);
  for (const change of node.pending) if (dice.happens(500)) apply(names, change);
  node.names = names;
  node.safe = new Map(names);
  node.pending = [];
  for (const inner of names.values()) cut(inner, dice, seen);
};

/** An empty disk with the folder `/home`. */
export const fakeDisk = (): FakeDisk => {
  const root = folderNode();
  const home = folderNode();
  apply(root.names, new Map([['home', home]]));
  apply(root.safe, new Map([['home', home]]));
  const open = new Map<number, FileNode>();
  let handles = 0;

  const find = (path: string): Node | undefined => {
    let node: Node | undefined = root;
    for (const name of path.split('/').filter((part) => part !== ''))
      node = node?.kind === 'folder' ? node.names.get(name) : undefined;
    return node;
  };
  const parent = (path: string): readonly [folder: FolderNode, name: string] => {
    const folder = find(path.slice(0, path.lastIndexOf('/')));
    if (folder?.kind !== 'folder') throw failure('ENOENT');
    return [folder, path.slice(path.lastIndexOf('/') + 1)];
  };
  const change = (folder: FolderNode, entries: readonly (readonly [string, Node | undefined])[]): void => {
    folder.pending.push(new Map(entries));
    apply(folder.names, new Map(entries));
  };
  const fileAt = (path: string): FileNode => {
    const node = find(path);
    if (node?.kind !== 'file') throw failure('ENOENT');
    return node;
  };
  const opened = (handle: number): FileNode => {
    const node = open.get(handle);
    if (node === undefined) throw failure('EBADF');
    return node;
  };
  const saveNames = (folder: FolderNode): void => {
    folder.safe = new Map(folder.names);
    folder.pending = [];
  };

  return {
    list: (path) => {
      const folder = find(path);
      return folder?.kind === 'folder' ? [...folder.names.keys()] : [];
    },
    read: (path) => {
      const node = find(path);
      return node?.kind === 'file' ? node.bytes : undefined;
    },
    makeFolder: (path) => {
      const [folder, name] = parent(path);
      if (!folder.names.has(name)) change(folder, [[name, folderNode()]]);
    },
    create: (path) => {
      const [folder, name] = parent(path);
      if (folder.names.has(name)) throw failure('EEXIST');
      const empty = new Uint8Array();
      const node: FileNode = { kind: 'file', bytes: empty, safe: empty, isPoisoned: false };
      change(folder, [[name, node]]);
      handles += 1;
      open.set(handles, node);
      return handles;
    },
    write: (handle, bytes) => {
      const node = opened(handle);
      const longer = new Uint8Array(node.bytes.length + bytes.length);
      longer.set(node.bytes);
      longer.set(bytes, node.bytes.length);
      node.bytes = longer;
    },
    sync: (handle) => {
      const node = opened(handle);
      if (!node.isPoisoned) node.safe = node.bytes;
    },
    failSync: (handle) => {
      opened(handle).isPoisoned = true;
    },
    link: (path, name) => {
      const node = fileAt(path);
      const [folder, last] = parent(name);
      if (folder.names.has(last)) return 'exists';
      change(folder, [[last, node]]);
      return 'linked';
    },
    rename: (path, name) => {
      const node = fileAt(path);
      const [folder, from] = parent(path);
      const [target, to] = parent(name);
      if (folder !== target) throw new Error('the record never renames across folders');
      change(folder, [
        [from, undefined],
        [to, node],
      ]);
    },
    remove: (path) => {
      fileAt(path);
      const [folder, name] = parent(path);
      change(folder, [[name, undefined]]);
    },
    syncFolder: (path) => {
      const folder = find(path);
      if (folder?.kind !== 'folder') throw failure('ENOENT');
      saveNames(folder);
    },
    save: (path, bytes) => {
      const [folder, name] = parent(path);
      const node = folder.names.get(name) ?? { kind: 'file', bytes, safe: bytes, isPoisoned: false };
      if (node.kind !== 'file') throw failure('EISDIR');
      node.bytes = bytes;
      node.safe = bytes;
      folder.names.set(name, node);
      saveNames(folder);
    },
    cutPower: (dice) => {
      cut(root, dice, new Set());
      open.clear();
    },
  };
};
