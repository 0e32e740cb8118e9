import { beforeAll, describe, expect, test } from 'vitest';
import { printEvent, readEvent } from '../../src/journal/event-text.ts';
import { nameOf } from '../../src/journal/names.ts';
import type { JournalEvent } from '../../src/model/event.ts';
import { cents, price, shares } from '../../src/model/units.ts';
import { fillOf } from './fills.ts';
import { filesOn, sampleDisk } from './sample-record.ts';

const event: JournalEvent = {
  seq: 3,
  previous: '0f'.repeat(32),
  at: '2026-01-08T16:00:00-05:00',
  kind: 'filled',
  fill: {
    ...fillOf('E1'),
    shares: shares(12_500_000n),
    price: price(841_150n),
    fees: cents(-5n),
    at: '2026-01-08',
    text: 'SOLD “12.5” NEM',
    alarms: [{ code: 'outside-collar', detail: { bps: 12.5, side: 'SELL', late: true } }],
  },
  document: {
    before: 'aa'.repeat(32),
    after: 'bb'.repeat(32),
    edits: [{ line: 7, removed: ['| NEM | 100 |\r\n'], added: [] }],
  },
};

const text = `{
  "schema": "po.event/1",
  "seq": 3,
  "previous": "${'0f'.repeat(32)}",
  "at": "2026-01-08T16:00:00-05:00",
  "kind": "filled",
  "fill": {
    "plan": "0123456789ab",
    "order": 1,
    "side": "SELL",
    "ticker": "NEM",
    "shares": "12.5",
    "price": "84.115",
    "fees": "-0.05",
    "at": "2026-01-08",
    "id": "E1",
    "text": "SOLD “12.5” NEM",
    "alarms": [
      {
        "code": "outside-collar",
        "detail": {
          "bps": 12.5,
          "side": "SELL",
          "late": true
        }
      }
    ]
  },
  "document": {
    "before": "${'aa'.repeat(32)}",
    "after": "${'bb'.repeat(32)}",
    "edits": [
      {
        "line": 7,
        "removed": [
          "| NEM | 100 |\\r\\n"
        ],
        "added": []
      }
    ]
  }
}
`;

test('an event is written for people, amounts as exact decimals', () => {
  expect(printEvent(event)).toBe(text);
  expect(readEvent(text)).toEqual(event);
});

describe('of every kind', () => {
  let written: ReadonlyMap<string, string>;
  beforeAll(async () => {
    written = new Map([...filesOn(await sampleDisk())].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  });

  test('what is written reads back, and is written the same again', () => {
    const events = [...written.values()].map(readEvent);
    expect(events.map((one) => one && printEvent(one))).toEqual([...written.values()]);
    const kinds = new Set(events.map((one) => one?.kind ?? ''));
    expect([...kinds].sort()).toEqual(
      ['adopted', 'approved', 'dismissed', 'edited', 'filled', 'quarantined', 'recorded', 'rejected'].sort(),
    );
  });

  test('a key more or less is refused', () => {
    for (let seq = 1; seq <= written.size; seq += 1) {
      const json = JSON.parse(written.get(nameOf(seq)) ?? '') as Record<string, unknown>;
      const print = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
      expect(readEvent(print(json))).toBeDefined();
      expect(readEvent(print({ ...json, more: 1 }))).toBeUndefined();
      for (const key of Object.keys(json)) expect(readEvent(print({ ...json, [key]: undefined })), key).toBeUndefined();
      for (const key of Object.keys(json)) expect(readEvent(print({ ...json, [key]: null })), key).toBeUndefined();
    }
  });
});

describe('what po would not have written is refused', () => {
  const spoilt: Readonly<Record<string, readonly [string, string]>> = {
    'a decimal spelt otherwise': ['"84.115"', '"84.1150"'],
    'a plus sign': ['"84.115"', '"+84.115"'],
    'too many decimals': ['"84.115"', '"84.11501"'],
    'a number for a decimal': ['"84.115"', '84.115'],
    'no decimal at all': ['"84.115"', '"much"'],
    'another schema': ['po.event/1', 'po.event/2'],
    'another kind': ['"filled"', '"fulfilled"'],
    'a text for a number': ['"seq": 3', '"seq": "3"'],
    'number 0': ['"seq": 3', '"seq": 0'],
    'a part of a number': ['"seq": 3', '"seq": 3.5'],
    'a number spelt otherwise': ['"seq": 3', '"seq": 3.0'],
    'a digest in capitals': ['0f0f', '0F0f'],
    'a time without offset': ['16:00:00-05:00', '16:00:00'],
    'a ticker in small letters': ['"NEM"', '"nem"'],
    'a side that is none': ['"SELL",\n    "ticker"', '"SHORT",\n    "ticker"'],
    'a key given twice': ['"seq": 3,', '"seq": 3,\n  "seq": 3,'],
    'keys in another order': [
      '"removed": [\n          "| NEM | 100 |\\\\r\\\\n"\n        ],\n        "added": []',
      '"added": [], "removed": []',
    ],
    'a key that reaches into the program': ['"bps": 12.5', '"__proto__": 1,\n          "bps": 12.5'],
    'a list in a detail': ['"bps": 12.5', '"bps": [12.5]'],
    'a character escaped without need': ['NEM | 100', '\\u004eEM | 100'],
    'other indentation': ['  "seq"', '    "seq"'],
    'the line ends of Windows': [',\n  "seq"', ',\r\n  "seq"'],
    'a byte order mark': ['{\n  "schema"', '\ufeff{\n  "schema"'],
    'something behind it': ['}\n}\n', '}\n}\n\n'],
    'no final line end': ['}\n}\n', '}\n}'],
  };

  test.each(Object.entries(spoilt))('%s', (_, [from, to]) => {
    const changed = text.replace(from.replaceAll('\\\\', '\\'), () => to);
    expect(changed).not.toBe(text);
    expect(readEvent(changed)).toBeUndefined();
  });

  test.each(['', '{', 'null', '[]', '3', '{}\n'])('%j', (other) => {
    expect(readEvent(other)).toBeUndefined();
  });
});
