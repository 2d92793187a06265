package fr.briseglace.cda;

/**
 * A body that is listed and served, never parsed: a PDF, an image, plain text.
 *
 * @param mediaType as written, {@code application/octet-stream} where absent
 * @param content decoded and unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on as they are, and never compared.
public record UnstructuredBody(String mediaType, byte[] content) {
    /** Says nothing of the content. */
    @Override
    public String toString() {
        return "UnstructuredBody[…]";
    }
}
