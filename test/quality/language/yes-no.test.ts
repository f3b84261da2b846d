import { describe, expect, it } from "vitest";
import { yesNoOf } from "../../../app/quality/language/yes-no.ts";

const says = (value: string) => yesNoOf(value)?.says ?? null;

describe("a value that only says no", () => {
  it.each([
    "No", "false", "nein", "Kein", "non", "aucun", "ninguna", "no aplica", "nessuno", "nee", "geen", "não", "nenhum", "nie", "brak",
    "nej", "ingen", "nei", "ei", "žádný", "nincs", "niciunul", "nema", "няма", "όχι", "puudub", "nē", "nėra", "hayır", "yok", "нет",
    "ні", "لا", "なし", "いいえ", "无", "否", "없음", "아니요", "✗", "✘", "❌", "0", "0 %", "0,0 %", "n/a", "N/A", "none", " NO. ", "(nein)",
  ])("is read: %s", (value) => {
    expect(says(value)).toBe("no");
  }); // biome-ignore format: a list
});

describe("a value that only says yes", () => {
  it.each([
    "Yes", "true", "ja", "oui", "sí", "sì", "sim", "tak", "kyllä", "ano", "igen", "da", "ναι", "evet", "да", "так", "نعم", "はい", "是",
    "예", "✓", "✔", "✅", "Ja!",
  ])("is read: %s", (value) => {
    expect(says(value)).toBe("yes");
  }); // biome-ignore format: a list
});

describe("a value that says something else", () => {
  it.each([
    "Sand", "Norway", "No. 5", "100 %", "0.5 %", "10", "Bez", "not waterproof", "no leather", "Nonstick", "unknown", "Jade", "是非",
    "", "–", "0-3 months", "Japan",
  ])("is neither: %s", (value) => {
    expect(says(value)).toBeNull();
  }); // biome-ignore format: a list
});

it.each([
  ["No, contains milk", "no", "contains milk"],
  ["Nein – nicht spülmaschinenfest", "no", "nicht spülmaschinenfest"],
  ["Yes (GOTS)", "yes", "GOTS)"],
])("what follows yes or no is kept: %s", (value, expected, rest) => {
  expect(yesNoOf(value)).toMatchObject({ says: expected, rest });
});
