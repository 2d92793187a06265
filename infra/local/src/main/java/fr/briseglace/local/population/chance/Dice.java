package fr.briseglace.local.population.chance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A source of chance that gives the same draws for the same seed, index and purpose, whatever else was drawn before.
 *
 * <p>Not for secrets.
 */
public final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The dice of one purpose of one index; purposes keep draws of one subject from moving those of another. */
    public static Dice of(long seed, long index, String purpose) {
        return new Dice(new SplittableRandom(mix(mix(seed ^ mix(index)) + purpose.hashCode())));
    }

    /** True so many times out of a thousand. */
    public boolean permille(int times) {
        return random.nextInt(1_000) < times;
    }

    /** From the least to the most, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** One of the list, each as likely. */
    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** So many different ones of the list, or all where it is shorter, in the list's order. */
    public <T> List<T> pick(List<T> list, int count) {
        List<T> picked = new ArrayList<>(count);
        int left = Math.min(count, list.size());
        for (int i = 0; i < list.size() && left > 0; i++) {
            if (random.nextInt(list.size() - i) < left) {
                picked.add(list.get(i));
                left--;
            }
        }
        return picked;
    }

    /** A UUID in the upper case that documents use. */
    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
    }

    /** An OID made of a UUID (arc 2.25). */
    public String oid() {
        return "2.25." + new BigInteger(1, bytes(Long.BYTES * 2));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    // SplittableRandom's states of neighbouring seeds overlap, hence a finaliser (Stafford's variant 13) in between.
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
