package fr.briseglace.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values, and says which one is missing or wrong without printing it.
 *
 * @param properties the file
 * @param folder what relative paths are relative to
 */
record Settings(Properties properties, Path folder) {
    private static final String FILE = "file:";

    private @Nullable String raw(String name) {
        String value = properties.getProperty(name);
        if (value == null || !value.startsWith(FILE)) {
            return value == null ? null : value.strip();
        }
        try {
            return Files.readString(
                            folder.resolve(value.substring(FILE.length()).strip()))
                    .strip();
        } catch (IOException e) {
            throw new ConfigException("the file that " + name + " names cannot be read");
        }
    }

    String text(String name) {
        String value = raw(name);
        if (value == null || value.isEmpty()) {
            throw new ConfigException(name + " is missing");
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = raw(name);
        return value == null ? otherwise : value;
    }

    int number(String name, int otherwise, int least, int most) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with a number out of range.
        }
        throw new ConfigException(name + " must be a number from " + least + " to " + most);
    }

    boolean flag(String name, boolean otherwise) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(name + " must be true or false");
        };
    }

    Duration duration(String name, Duration otherwise) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            // Said below, together with one that is not positive.
        }
        throw new ConfigException(name + " must be a duration such as PT30M");
    }

    Path path(String name) {
        Path path = folder.resolve(text(name));
        if (!Files.isReadable(path)) {
            throw new ConfigException("the file that " + name + " names cannot be read");
        }
        return path;
    }

    URI uri(String name) {
        try {
            return URI.create(text(name));
        } catch (IllegalArgumentException notAUri) {
            throw new ConfigException(name + " must be a URI");
        }
    }
}
