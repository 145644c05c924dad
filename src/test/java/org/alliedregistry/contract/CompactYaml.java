package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes YAML in which what is short stands on one line, and a text of several lines as it is. */
final class CompactYaml {

  private static final int SHORT = 80;

  private CompactYaml() {}

  static String write(JsonNode root) {
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    return new Yaml(new Short(options), options)
        .dump(new ObjectMapper().convertValue(root, Object.class));
  }

  private static final class Short extends Representer {

    Short(DumperOptions options) {
      super(options);
    }

    @Override
    protected Node representScalar(Tag tag, String value, @Nullable ScalarStyle style) {
      return super.representScalar(tag, value, value.contains("\n") ? ScalarStyle.LITERAL : style);
    }

    @Override
    protected Node representMapping(Tag tag, Map<?, ?> mapping, FlowStyle style) {
      return onOneLine((CollectionNode<?>) super.representMapping(tag, mapping, style));
    }

    @Override
    protected Node representSequence(Tag tag, Iterable<?> sequence, FlowStyle style) {
      return onOneLine((CollectionNode<?>) super.representSequence(tag, sequence, style));
    }

    private static Node onOneLine(CollectionNode<?> node) {
      node.setFlowStyle(length(node) <= SHORT ? FlowStyle.FLOW : FlowStyle.BLOCK);
      return node;
    }

    /** How many characters it takes on one line; a text of several lines takes none. */
    private static int length(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue().contains("\n") ? SHORT + 1 : scalar.getValue().length();
      }
      int length = 0;
      if (node instanceof MappingNode mapping) {
        for (NodeTuple field : mapping.getValue()) {
          length += length(field.getKeyNode()) + length(field.getValueNode()) + ": , ".length();
        }
      } else if (node instanceof SequenceNode sequence) {
        for (Node item : sequence.getValue()) {
          length += length(item) + ", ".length();
        }
      }
      return length;
    }
  }
}
