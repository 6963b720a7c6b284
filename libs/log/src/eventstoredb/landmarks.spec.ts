import { Landmarks } from './landmarks.ts';

describe('Landmarks in a log', () => {
  it('are found from any place after them', () => {
    const landmarks = new Landmarks();
    for (const position of [5_000_000, 1_000_000, 9_000_000]) landmarks.add(position);
    const places = [1, 1_000_000, 1_000_001, 5_000_000, 8_999_999, 10_000_000];
    expect(places.map((place) => landmarks.before(place))).toEqual([0, 0, 1_000_000, 1_000_000, 5_000_000, 9_000_000]);
  });

  it('stand apart, however many are come across', () => {
    const landmarks = new Landmarks();
    for (let position = 0; position < 1_000_000; position += 10) landmarks.add(position);
    expect(new Set(Array.from({ length: 1_000 }, (_, i) => landmarks.before(i * 1_000))).size).toBe(4);
  });

  it('are gone once they turn out to be none', () => {
    const landmarks = new Landmarks();
    for (const position of [1_000_000, 5_000_000]) landmarks.add(position);
    landmarks.remove(5_000_000);
    landmarks.remove(1_000_001);
    expect(landmarks.before(9_000_000)).toBe(1_000_000);
  });
});
