import { describe, expect, it } from "vitest";
import { compared } from "../../support/quantities/compared.ts";

describe("a quantity of a text, held to the facts", () => {
  // biome-ignore format: a table
  it.each([
    ["Weight: 240 g", "It weighs 0.24 kg."],
    ["Weight: 240 g", "It weighs about 8.5 oz."],
    ["Weight: 247 g", "It weighs about 250 g."],
    ["Weight: 1.500 kg", "It weighs 1.5 kg."],
    ["Gewicht: 1,5 kg", "It weighs 1.5 kg."],
    ["Volume: 12 US fl oz", "12 fl oz"],
    ["Volume: 12 US fl oz", "355 ml"],
    ["Volume: 12 fluid ounces", "12 fl oz"],
    ["Area: 20 sq ft", "20 ft²"],
    ["Area: 20 m²", "20 square metres"],
    ["Torque: 50 Nm", "50 newton metres"],
    ["Size: 30x40x50 cm", "30 × 40 × 50 cm"],
    ["Size: L30cm", "30 cm long"],
    ["Pipe: Ø8mm", "8 mm across"],
    ["Pack: 4x250ml", "4 × 250 ml"],
    ["Pack: 4x250ml", "1 l in total"],
    ["Pack: 6x330 ml", "6 x 330 ml"],
    ["Set: 2x30", "2 x 30"],
    ["Batteries: 3x1,5V", "3 × 1.5 V"],
    ["Resolution: 1920x1080", "1920 × 1080"],
    ["Area: 5mx3m", "5 m x 3 m"],
    ['Frame: 12"x18"', "12 x 18 in"],
    ['Thread: 3/4"', "¾ inch"],
    ['Thread: 3/4"', "0.75 in"],
    ['Size: 1 1/2"', "1½ inches"],
    ['Size: ⅝"', "5/8 inch"],
    ["Protection: IP67", "IP 67"],
    ["Port: USB3.0", "USB 3.0"],
    ["Bluetooth: BT5.3", "Bluetooth 5.3"],
    ["Screw: M8", "M 8"],
    ["Video: 4 K", "4K video"],
    ["Material: 95% polyester, 5% elastane", "95 % polyester"],
    ["Dimensions: W60 x H80 cm", "60 cm wide and 80 cm high"],
    ["Dimensions (W x D x H): 60 x 40 x 80 cm", "80 cm high"],
    ["Size: 60 x 40 x 80 cm", "80 cm high"],
    ["Battery life: 5 h", "連続再生5時間"],
    ["Width: 30 cm", "11.8 inches wide"],
    ["Pockets: 3", "three pockets"],
    ["Details: 3 large pockets", "3 pockets"],
    ["Warranty: 2 years", "a two-year warranty"],
    ["Garantie: 24 Monate", "2-year warranty"],
    ["Garantia: 90 dias", "3 months of warranty"],
    ["Age: 3+", "ages 3 and up"],
    ["Alter: ab 3 Jahren", "suitable for ages 3 and up"],
    ["Age: 0-6 months", "for 0–6 months"],
    ["Temperature: 20 to 40 °C", "at 30 °C"],
    ["Comfort: 5 °C", "41 °F"],
    ["Care: 30 °C", "wash at 30°"],
    ["Founded: 1952", "since 1952"],
    ["Price: 19.99 EUR", "for 19,99 €"],
    ["Battery: 7h buds + 23h case", "30 hours of playback with the case"],
    ["RAM: 8 GB; Storage: 128 GB", "8 GB RAM"],
  ])("is supported by %s where it is %s", (facts, text) => {
    expect(compared(facts, text).verdicts).not.toContain("refuted");
    expect(compared(facts, text).verdicts).not.toContain("unknown");
    expect(compared(facts, text).verdicts).not.toEqual([]);
  });

  // biome-ignore format: a table
  it.each([
    ["Temperature: from 20 °C", "works down to −20 °C", "20 °C"],
    ["Price: 79.90 €", "Only $79.90", "79.90 €"],
    ["Material: 95% polyester, 5% elastane; Label: cotton", "95% cotton", null],
    ["Weight: 240 g", "It weighs 300 g.", "240 g"],
    ["Weight: 1.2 kg", "Es wiegt 3 kg.", "1,2 kg"],
    ["Protection: IP67", "IP68", "IP67"],
    ["Protein: 18 g; Sugar: 3 g", "18 g of sugar", "3 g"],
    ["Nutrition: 18 g sugar, 5 g protein", "18 g protein", "5 g"],
    ["Dimensions: W60 x H80 cm", "80 cm wide", null],
    ["Dimensions (W x D x H): 60 x 40 x 80 cm", "80 cm deep", null],
    ["Dimensions: 60 x 40 x 80 cm", "90 cm high", null],
    ["Battery life: 30 hours", "40 hours of battery life", "30 hours"],
    ["Age: 3+ years", "for ages 5+", "3"],
    ["Warranty: 2 years", "5-year warranty", "2 years"],
    ["Power: 60 W", "a 1200 W motor", "60 W"],
    ["Capacity: 500 ml", "a 750 ml bottle", "500 ml"],
    ["Storage: 128 GB", "256 GB of storage", "128 GB"],
    ["Thread count: 400", "800-thread-count", "400"],
    ["Pieces: 12", "a set of 24 pieces", "12"],
    ["Care: Machine wash 30 °C", "Wash at 60 °C", "30 °C"],
    ["Seat height: 45 cm; Height: 80 cm", "The seat height is 80 cm", "45 cm"],
    ["Cord length: 6 ft", "The cord is 6 m long.", "6 ft"],
    ["Pages: 40", "a story of 64 pages", "40"],
    ["Center stone: 1.00 ct", "a 1.5 carat stone", "1.00 ct"],
  ])("is refuted by %s where it is %s", (facts, text, fix) => {
    const { verdicts, fixes } = compared(facts, text);
    expect(verdicts).toContain("refuted");
    expect(fixes).toEqual([fix]);
  });

  // biome-ignore format: a table
  it.each([
    ["Contents: 12 pieces", "It runs on 12 V."],
    ["Contents: 12 pieces", "12 A"],
    ["Contents: 12 pieces", "12 W"],
    ["Contents: 12 pieces", "12 m"],
    ["Contents: 12 pieces", "12 l"],
    ["Contents: 12 pieces", "12 s"],
    ["Contents: 12 pieces", "12 in wide"],
    ["Contents: 12 pieces", '12" wide'],
    ["Price: 79.90", "Only $79.90"],
    ["Sugar: 18 g", "18 g protein"],
    ["Shipping weight: 1.2 kg", "It weighs 1.2 kg"],
    ["Details: 3 pockets", "3 speeds"],
    ["Shelves: 5", "two shelves"],
    ["Weight: 560 g per shoe", "It weighs 1.1 kg"],
    ["Weight: 240 g", "holds up to 5 kg"],
    ["Height: 80 cm", "The seat height is 45 cm"],
  ])("is neither by %s where it is %s", (facts, text) => {
    expect(new Set(compared(facts, text).verdicts)).toEqual(new Set(["unknown"]));
  });
});
