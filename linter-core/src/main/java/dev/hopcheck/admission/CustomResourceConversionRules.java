package dev.hopcheck.admission;

import java.util.List;

/** How objects of a custom resource come from one version to another. */
final class CustomResourceConversionRules {
  private CustomResourceConversionRules() {}

  /** The server names the fields as an older version of the definition had them. */
  static void validate(Field conversion, Causes causes) {
    if (!conversion.written()) {
      return;
    }
    Field strategy = conversion.get("strategy");
    if (strategy.text().isEmpty()) {
      causes.required(strategy, "");
    } else {
      WebhookRules.oneOf(strategy, List.of("None", "Webhook"), causes);
    }
    Field webhook = conversion.get("webhook");
    Field client = webhook.get("clientConfig");
    Field versions = webhook.get("conversionReviewVersions");
    String clientPath = conversion.path() + ".webhookClientConfig";
    String versionsPath = conversion.path() + ".conversionReviewVersions";
    if (strategy.text().equals("Webhook")) {
      if (client.written()) {
        WebhookClientRules.validate(client, clientPath, causes);
      } else {
        causes.required(client, "required when strategy is set to Webhook").path(clientPath);
      }
      WebhookRules.reviewVersions(versions, versionsPath, "", causes);
      return;
    }
    String detail = "should not be set when strategy is not set to Webhook";
    if (client.written()) {
      causes.forbidden(client, detail).path(clientPath);
    }
    if (versions.size() > 0) {
      causes.forbidden(versions, detail).path(versionsPath);
    }
  }
}
