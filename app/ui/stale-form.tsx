import { Banner, BlockStack, Button, ButtonGroup, List } from "@shopify/polaris";

export interface StaleFormProps {
  /** what was changed, e.g. "The glossary" */
  what: string;
  /** what somebody else saved, a line each */
  changes: readonly string[];
  busy: boolean;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

const shownChanges = 8;

/** Above a form whose things somebody else saved since it was opened: what they changed, and whose to go on with. */
export function StaleForm({ what, changes, busy, onKeepMine, onTakeTheirs }: StaleFormProps) {
  const more = changes.length - shownChanges;
  return (
    <Banner tone="warning" title={`${what} changed in another window while you had this open`}>
      <BlockStack gap="300">
        <p>Nothing was overwritten: yours is still here. This is what was saved meanwhile:</p>
        <List>
          {changes.slice(0, shownChanges).map((line) => (
            <List.Item key={line}>
              <span dir="auto">{line}</span>
            </List.Item>
          ))}
          {more > 0 ? <List.Item>{`and ${more} more`}</List.Item> : null}
        </List>
        <p>Keep mine saves yours in its place. Take theirs gives yours up.</p>
        <ButtonGroup>
          <Button onClick={onKeepMine} loading={busy}>
            Keep mine
          </Button>
          <Button onClick={onTakeTheirs} disabled={busy}>
            Take theirs
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  );
}
