package dev.hopcheck.report;

import dev.hopcheck.network.DnsRecord;

/** Writes a DNS record. */
final class RecordJson {
  private RecordJson() {}

  static void write(DnsRecord record, Json json) {
    json.open();
    json.text("name", record.name());
    json.text("type", record.type());
    json.text("data", record.data());
    json.close();
  }
}
