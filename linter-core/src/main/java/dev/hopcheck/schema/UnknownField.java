package dev.hopcheck.schema;

import dev.hopcheck.yaml.YamlEntry;

/** An entry that the struct of its mapping has no field for. */
record UnknownField(YamlEntry entry, Scope scope, DecodingPath path) {}
