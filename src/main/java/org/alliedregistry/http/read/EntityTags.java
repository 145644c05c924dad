package org.alliedregistry.http.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.alliedregistry.json.Digest;

/** Serialises an answer once, so that its entity tag is a digest of the bytes that are sent. */
@ApplicationScoped
public class EntityTags {

  /** The media type of every answer, except the contract and problems. */
  public static final String JSON = "application/json;charset=UTF-8";

  /** The path of the contract. */
  public static final String CONTRACT = "/q/openapi";

  /** 128 bits, so that two answers never have the same tag by chance. */
  private static final int TAG_LENGTH = 32;

  private final ObjectMapper json;

  EntityTags(ObjectMapper json) {
    this.json = json;
  }

  public byte[] bytes(Object entity) {
    try {
      if (entity instanceof byte[] already) {
        return already;
      }
      if (entity instanceof InputStream bundled) {
        try (bundled) {
          return bundled.readAllBytes();
        }
      }
      return json.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that cannot be written as JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The strong entity tag of an answer. */
  public String tag(Object entity) {
    return tagOf(bytes(entity));
  }

  /** The strong entity tag of bytes, in its quotes. */
  public static String tagOf(byte[] bytes) {
    return '"' + Digest.of(bytes).substring(0, TAG_LENGTH) + '"';
  }
}
