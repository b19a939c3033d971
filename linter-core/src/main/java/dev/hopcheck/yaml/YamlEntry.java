package dev.hopcheck.yaml;

/**
 * One key with its value.
 *
 * @param key the key as JSON has it: {@code 0x10} is "16", {@code yes} is "true" (DEC-14)
 * @param keyNode where the key is written
 * @param value its value; aliases are followed
 * @param merged whether the entry came in through {@code <<}
 */
public record YamlEntry(String key, YamlNode keyNode, YamlNode value, boolean merged) {}
