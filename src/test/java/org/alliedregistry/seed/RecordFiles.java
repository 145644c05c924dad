package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;

/**
 * The bundled files of one release, or files that were made of them.
 *
 * @param files reads the file with a name
 */
record RecordFiles(Function<String, JsonNode> files) {

  /** The files of this release. */
  static final RecordFiles BUNDLED = new RecordFiles(SeedFiles::read);

  /** The files of an earlier release: those of commit 81ae0f10. */
  static final RecordFiles EARLIER = earlier();

  private static RecordFiles earlier() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    String path = "/public-record/earlier.zip";
    Map<String, JsonNode> files = new HashMap<>();
    try (InputStream in = RecordFiles.class.getResourceAsStream(path);
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in, path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName().replace(".json", ""), mapper.readTree(zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    number(Objects.requireNonNull(files.get("public-record")));
    files.put("groups", mapper.createArrayNode()); // that release had none
    return new RecordFiles(name -> Objects.requireNonNull(files.get(name), name));
  }

  /** That release had no numbers: it counted the statements of each pledge. */
  private static void number(JsonNode record) {
    for (JsonNode pledge : record.path("pledges")) {
      int number = 1;
      for (JsonNode statement : pledge.path("statements")) {
        ((ObjectNode) statement).put("number", number++);
      }
    }
  }

  JsonNode read(String name) {
    return files.apply(name);
  }

  /** The same files but for a change in one of them. */
  RecordFiles with(String name, Consumer<JsonNode> change) {
    JsonNode changed = read(name).deepCopy();
    change.accept(changed);
    return new RecordFiles(other -> other.equals(name) ? changed : read(other));
  }

  /** The same files but for a change in the pledge with a reference. */
  RecordFiles withPledge(String reference, Consumer<ObjectNode> change) {
    return with("public-record", record -> change.accept(pledge(record, reference)));
  }

  /** The same files without a pledge. */
  RecordFiles without(String reference) {
    return with(
        "public-record",
        record -> {
          ArrayNode pledges = (ArrayNode) record.path("pledges");
          for (int i = pledges.size() - 1; i >= 0; i--) {
            if (reference.equals(BundledPledge.reference(pledges.get(i)))) {
              pledges.remove(i);
            }
          }
        });
  }

  static ObjectNode pledge(JsonNode record, String reference) {
    for (JsonNode pledge : record.path("pledges")) {
      if (reference.equals(BundledPledge.reference(pledge))) {
        return (ObjectNode) pledge;
      }
    }
    throw new AssertionError("no pledge " + reference);
  }

  ReferenceData data() {
    return new ReferenceData(new StrictJson(SeedFiles.AS_OF), files);
  }

  PublicRecord record() {
    return new PublicRecord(new StrictJson(SeedFiles.AS_OF), read("public-record"));
  }

  /** What a registry needs to say what these files say. */
  UpdatePlan planFor(RegistrySnapshot registry) {
    return UpdatePlan.of(registry, data(), record());
  }
}
