import { BlockStack, Box, Button, ButtonGroup, InlineStack, TextField } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { lengthChars } from "../text-body.ts";
import "../ui.css";

/** The list with the entry at `from` moved to `to`; unchanged when there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

export interface BulletsEditorProps {
  bullets: string[];
  limitChars: number | null;
  lang: string;
  onChange(bullets: string[]): void;
}

const maxBullets = 20;

/** Bullets as a list: write, add, remove, reorder. */
export function BulletsEditor({ bullets, limitChars, lang, onChange }: BulletsEditorProps) {
  const [focusAt, setFocusAt] = useState<number | null>(null);
  return (
    <BlockStack gap="200">
      {bullets.map((bullet, index) => {
        const length = lengthChars(bullet);
        const over = limitChars !== null && length > limitChars;
        const name = `Bullet ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bullet is known by its place only
          <InlineStack key={index} gap="200" wrap={false} blockAlign="start">
            <div className="sw-grow" lang={lang}>
              <TextField
                label={name}
                labelHidden
                value={bullet}
                onChange={(value) =>
                  onChange(bullets.map((old, at) => (at === index ? value.replace(/\n+/g, " ") : old)))
                }
                multiline={1}
                autoComplete="off"
                focused={focusAt === index}
                onBlur={() => setFocusAt(null)}
                error={over ? `${length - (limitChars ?? 0)} characters too many` : undefined}
              />
            </div>
            <Box paddingBlockStart="050">
              <ButtonGroup variant="segmented">
                <Button
                  size="slim"
                  icon={ArrowUpIcon}
                  accessibilityLabel={`Move ${name.toLowerCase()} up`}
                  disabled={index === 0}
                  onClick={() => onChange(moved(bullets, index, index - 1))}
                />
                <Button
                  size="slim"
                  icon={ArrowDownIcon}
                  accessibilityLabel={`Move ${name.toLowerCase()} down`}
                  disabled={index === bullets.length - 1}
                  onClick={() => onChange(moved(bullets, index, index + 1))}
                />
                <Button
                  size="slim"
                  icon={DeleteIcon}
                  accessibilityLabel={`Remove ${name.toLowerCase()}`}
                  onClick={() => onChange(bullets.filter((_, at) => at !== index))}
                />
              </ButtonGroup>
            </Box>
          </InlineStack>
        );
      })}
      <InlineStack>
        <Button
          icon={PlusIcon}
          disabled={bullets.length >= maxBullets}
          onClick={() => {
            onChange([...bullets, ""]);
            setFocusAt(bullets.length);
          }}
        >
          Add bullet
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
