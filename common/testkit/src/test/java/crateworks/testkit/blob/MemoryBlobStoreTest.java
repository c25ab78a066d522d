package crateworks.testkit.blob;

import crateworks.pipeline.port.BlobStore;

class MemoryBlobStoreTest extends BlobStoreContract {
    private final MemoryBlobStore store = new MemoryBlobStore();

    @Override
    protected BlobStore store() {
        return store;
    }

    @Override
    protected BlobStore anotherStoreOfTheSame() {
        return store;
    }
}
