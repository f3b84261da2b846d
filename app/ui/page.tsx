import { Button, Page as Frame, Text } from "@shopify/polaris";
import { ArrowLeftIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import { useWayBack } from "./calm/list-place.ts";
import { type PageAction, PageActions } from "./page-actions.tsx";
import "./ui.css";

export interface PageProps {
  title: string;
  subtitle?: string | undefined;
  /** badges beside the title */
  titleMetadata?: ReactNode;
  backAction?: { content: string; url: string };
  primaryAction?: PageAction | undefined;
  secondaryActions?: PageAction[];
  fullWidth?: boolean;
  children: ReactNode;
}

/**
 * A page with its heading and its actions. Polaris' own header measures its actions once it runs in the browser and draws
 * them only then, which moves the page under the reader's hand; this one is whole as the server sends it, at any width and in
 * any font.
 */
export function Page({ fullWidth = false, children, ...head }: PageProps) {
  return (
    <Frame fullWidth={fullWidth}>
      <div className="sw-page-head">
        <div className="sw-page-title">
          {head.backAction ? <BackButton {...head.backAction} /> : null}
          <div>
            <div className="sw-page-name">
              <Text as="h1" variant="headingLg" fontWeight="bold">
                {head.title}
              </Text>
            </div>
            {head.titleMetadata ? <div className="sw-page-badges">{head.titleMetadata}</div> : null}
            {head.subtitle ? (
              <Text as="p" variant="bodySm" tone="subdued">
                {head.subtitle}
              </Text>
            ) : null}
          </div>
        </div>
        <PageActions primary={head.primaryAction} secondary={head.secondaryActions ?? []} />
      </div>
      {children}
    </Frame>
  );
}

/** Leads to the list as it was left. */
function BackButton({ content, url }: { content: string; url: string }) {
  const { href, onTake } = useWayBack(url);
  return <Button icon={ArrowLeftIcon} url={href} onClick={onTake} accessibilityLabel={content} />;
}
