// CI2xxx: linking.
export {};
