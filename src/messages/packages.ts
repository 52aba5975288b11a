// CI3xxx: packages and manifests.
export {};
