package org.alliedregistry.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.hibernate.StatelessSession;

/**
 * A small house with every line crossed. It is compiled here and not with the tests: as a test
 * class its resource would be served and its entity mapped wherever the service is started for a
 * test.
 */
final class Planted {

  static final String ROOT = "planted";

  private static final Path SOURCES = Path.of("src", "test", "resources", "architecture");

  private Planted() {}

  static JavaClasses compiledInto(Path directory) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<String> options = new ArrayList<>(List.of("-proc:none", "-d", directory.toString()));
    options.addAll(List.of("-classpath", classpath()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException(complaints.toString());
      }
    }
    return new ClassFileImporter().importPath(directory);
  }

  private static String classpath() {
    return Stream.of(
            jakarta.ws.rs.Path.class,
            EntityManager.class,
            StatelessSession.class,
            PanacheRepository.class)
        .map(Planted::location)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
